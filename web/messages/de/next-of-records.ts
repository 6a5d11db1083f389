/** What to do next where a rule of readiness says it by what the records lack. */
const fixed: Record<string, string> = {
  'Decide every row of the Statement of Applicability and have designated management approve it.':
    'Entscheiden Sie jede Zeile der Erklärung zur Anwendbarkeit und lassen Sie sie von der zuständigen Leitung genehmigen.',
  'Write the Statement of Applicability: include or exclude each control of Annex A, with a reason.':
    'Schreiben Sie die Erklärung zur Anwendbarkeit: Nehmen Sie jede Maßnahme aus Anhang A mit Begründung auf oder schließen Sie sie aus.',
  'Write the next version of the Statement of Applicability: a risk names what it excludes.':
    'Schreiben Sie die nächste Fassung der Erklärung zur Anwendbarkeit: Ein Risiko nennt, was sie ausschließt.',
  'Write the next version of the Statement of Applicability: decide again what rests on nothing that stands.':
    'Schreiben Sie die nächste Fassung der Erklärung zur Anwendbarkeit: Entscheiden Sie neu, was auf nichts mehr beruht.',
  'Plan a control for each included requirement that has none.':
    'Planen Sie für jede aufgenommene Anforderung ohne Maßnahme eine Maßnahme.',
  'Start the planned controls and attach evidence to each.':
    'Nehmen Sie die geplanten Maßnahmen in Betrieb und hängen Sie jeder Nachweise an.',
  'Correct the controls that were found not to work, then check them again.':
    'Berichtigen Sie die Maßnahmen, die nicht wirken, und prüfen Sie sie erneut.',
  'Complete the profile of the organization.': 'Vervollständigen Sie das Profil der Organisation.',
  'Record the internal and external issues that affect how you deal with AI.':
    'Erfassen Sie die internen und externen Themen, die Ihren Umgang mit KI beeinflussen.',
  'Answer the question of climate change, even with no.':
    'Beantworten Sie die Frage nach dem Klimawandel, auch mit Nein.',
  'Add the people and groups whom your AI affects to the interested parties.':
    'Nehmen Sie die Personen und Gruppen, die Ihre KI betrifft, unter die interessierten Parteien auf.',
  'Record what each interested party requires and which of it you take on.':
    'Halten Sie fest, was jede interessierte Partei verlangt und was Sie davon übernehmen.',
  'Decide of each requirement of the interested parties whether the management system takes it on.':
    'Entscheiden Sie für jede Anforderung der interessierten Parteien, ob das Managementsystem sie übernimmt.',
  'Carry the requirements that are taken on over into the register of obligations or of risks.':
    'Übertragen Sie die übernommenen Anforderungen in das Register der Pflichten oder der Risiken.',
  'Give the reason for each system that is left out of scope.':
    'Begründen Sie jedes System, das nicht im Geltungsbereich ist.',
  'Decide which units, sites, activities and roles are in scope, and why others are not.':
    'Entscheiden Sie, welche Einheiten, Standorte, Tätigkeiten und Rollen im Geltungsbereich sind und warum andere nicht.',
  'Settle what is in scope in one place and out of it in another.':
    'Klären Sie, was an einer Stelle im Geltungsbereich ist und an einer anderen nicht.',
  'Compose the scope statement again from the records, and have it approved.':
    'Setzen Sie den Geltungsbereich aus den Aufzeichnungen neu zusammen und lassen Sie ihn genehmigen.',
  'Bring the Statement of Applicability and the scope together.':
    'Bringen Sie Erklärung zur Anwendbarkeit und Geltungsbereich in Übereinstimmung.',
  'Register the processes of your AIMS, with an owner for each.':
    'Erfassen Sie die Prozesse Ihres KI-Managementsystems, jeden mit einer verantwortlichen Person.',
  'Name an owner for each process of the AIMS.':
    'Benennen Sie für jeden Prozess des KI-Managementsystems eine verantwortliche Person.',
  'Have top management approve the AI policy.': 'Lassen Sie die oberste Leitung die KI-Politik genehmigen.',
  'Name who top management is, in the profile of the organization.':
    'Sagen Sie im Profil der Organisation, wer die oberste Leitung ist.',
  'Record the risks of your AI systems and decide how each is treated.':
    'Erfassen Sie die Risiken Ihrer KI-Systeme und entscheiden Sie, wie jedes behandelt wird.',
  'Decide how each open risk is treated, by whom and by when.':
    'Entscheiden Sie, wie jedes offene Risiko behandelt wird, von wem und bis wann.',
  'Give each document an owner.': 'Geben Sie jedem Dokument eine verantwortliche Person.',
  'Write a first document and have another person approve it.':
    'Schreiben Sie ein erstes Dokument und lassen Sie es von einer anderen Person genehmigen.',
  'Set a review date for each effective document.': 'Setzen Sie für jedes wirksame Dokument einen Prüftermin.',
  'Set rules for access, retention and disposal, attach them to 7.5.3 and have them reviewed.':
    'Legen Sie Regeln für Zugriff, Aufbewahrung und Entsorgung fest, hängen Sie sie an 7.5.3 an und lassen Sie sie prüfen.',
  'Register the outside documents that you rely on.': 'Erfassen Sie die externen Dokumente, auf die Sie sich stützen.',
  'Set a retention time for each effective document.':
    'Setzen Sie für jedes wirksame Dokument eine Aufbewahrungsfrist.',
  'Replace what is in use though it was retired or withdrawn.':
    'Ersetzen Sie, was im Einsatz ist, obwohl es ausgemustert oder zurückgezogen wurde.',
  'Record where each data set comes from.': 'Halten Sie fest, woher jeder Datensatz kommt.',
  'Record by what right each data set is used.': 'Halten Sie fest, mit welchem Recht jeder Datensatz genutzt wird.',
  'Answer for each data set whether it holds personal data.':
    'Beantworten Sie für jeden Datensatz, ob er personenbezogene Daten enthält.',
  'Set the rules for impact assessments: how long results are kept, and in what form.':
    'Legen Sie die Regeln für Folgenabschätzungen fest: wie lange und in welcher Form Ergebnisse aufbewahrt werden.',
  'Assess the impact of one system in scope and have another person approve it.':
    'Schätzen Sie die Folgen eines Systems im Geltungsbereich ab und lassen Sie das von einer anderen Person genehmigen.',
  'Keep the results as later editions follow; nothing has to be done until then.':
    'Bewahren Sie die Ergebnisse auf, wenn spätere Ausgaben folgen; bis dahin ist nichts zu tun.',
  'Assess again the systems whose fairness results speak against their assessment.':
    'Schätzen Sie die Systeme erneut ab, deren Ergebnisse zur Fairness ihrer Abschätzung widersprechen.',
  'Assess the impact of the systems in scope that have no approved assessment.':
    'Schätzen Sie die Folgen der Systeme im Geltungsbereich ab, die keine genehmigte Folgenabschätzung haben.',
  'Assess again, in full, the systems that were only screened and decide about individuals.':
    'Schätzen Sie die Systeme erneut und vollständig ab, die nur gesichtet wurden und über Einzelne entscheiden.',
  'Name at each full impact assessment the risks of the register that it raised.':
    'Nennen Sie bei jeder vollständigen Folgenabschätzung die Risiken des Registers, die aus ihr hervorgingen.',
  'Assess again, or confirm, what a change, an incident or a measurement called for.':
    'Schätzen Sie erneut ab oder bestätigen Sie, wonach eine Änderung, ein Vorfall oder eine Messung verlangt.',
  'Look again at the impact assessments whose review is overdue.':
    'Nehmen Sie die Folgenabschätzungen wieder vor, deren Prüfung überfällig ist.',
  'Look at each assessment again by its day; a first one shows no repetition.':
    'Nehmen Sie jede Folgenabschätzung zu ihrem Termin wieder vor; eine erste zeigt keine Wiederholung.',
  'Suspend the systems that their assessment stopped, or assess them again.':
    'Setzen Sie die Systeme aus, die ihre Folgenabschätzung gestoppt hat, oder schätzen Sie sie neu ab.',
  'Meet the overdue conditions, or decide again.':
    'Erfüllen Sie die überfälligen Bedingungen oder entscheiden Sie neu.',
  'Carry out the overdue measures of impact assessments.':
    'Führen Sie die überfälligen Maßnahmen aus Folgenabschätzungen durch.',
  'Follow the measures of impact assessments to their end.':
    'Verfolgen Sie die Maßnahmen aus Folgenabschätzungen bis zu ihrem Ende.',
  'Run the approved measurement plans that have no result yet.':
    'Führen Sie die genehmigten Messpläne aus, die noch kein Ergebnis haben.',
  'Run the plan on a file that nobody has measured under it yet.':
    'Führen Sie den Plan mit einer Datei aus, die noch niemand danach gemessen hat.',
  'Measure more data: the run says how much is needed.': 'Messen Sie mehr Daten: Der Lauf sagt, wie viele nötig sind.',
  'Act on the runs that fail, then run the plan on new data.':
    'Handeln Sie nach den Läufen, die nicht bestehen, und führen Sie den Plan danach mit neuen Daten aus.',
  'Run the measurement plans that are overdue.': 'Führen Sie die überfälligen Messpläne aus.',
  'Do the tasks that failed runs opened, and close them.':
    'Erledigen Sie die Aufgaben, die nicht bestandene Läufe eröffnet haben, und schließen Sie sie.',
  'Run the plan with Assay, here or where the data is.':
    'Führen Sie den Plan mit Assay aus, hier oder wo die Daten liegen.',
  'Carry what laws, contracts and parties ask of you into the register of obligations.':
    'Übertragen Sie, was Gesetze, Verträge und Parteien von Ihnen verlangen, in das Register der Pflichten.',
  'Decide of each obligation in the register whether it applies.':
    'Entscheiden Sie für jede Pflicht im Register, ob sie gilt.',
  'Name an owner for each obligation that applies.':
    'Benennen Sie für jede geltende Pflicht eine verantwortliche Person.',
  'Start fulfilling the obligations that are in force, with a word on how.':
    'Beginnen Sie, die geltenden Pflichten zu erfüllen, mit einem Wort dazu, wie.',
  'Record your duties to report about AI in the register of obligations, with whom they oblige you to tell.':
    'Erfassen Sie Ihre Pflichten, über KI zu berichten, im Register der Pflichten, und wem Sie berichten müssen.',
  'Decide of each duty to report whether it applies.': 'Entscheiden Sie für jede Berichtspflicht, ob sie gilt.',
  'Review the duties to report, naming the records that show the reports.':
    'Prüfen Sie die Berichtspflichten und nennen Sie die Aufzeichnungen, die die Berichte zeigen.',
  'Review the duties to report that apply already, naming the records that show the reports.':
    'Prüfen Sie die Berichtspflichten, die schon gelten, und nennen Sie die Aufzeichnungen, die die Berichte zeigen.',
  'Give somebody the role of AIMS manager.': 'Geben Sie jemandem die Rolle AIMS-Manager.',
  'Have another person approve the risk criteria.':
    'Lassen Sie die Risikokriterien von einer anderen Person genehmigen.',
  'Set risk criteria and appetite, and have another person approve them before anything is rated.':
    'Setzen Sie Risikokriterien und Risikobereitschaft und lassen Sie sie von einer anderen Person genehmigen, bevor etwas bewertet wird.',
  'Say of each risk what would happen, and what that means for the organisation, for people or for society.':
    'Sagen Sie für jedes Risiko, was geschehen würde und was das für die Organisation, für Menschen oder für die Gesellschaft bedeutet.',
  'Identify your first AI risks.': 'Erfassen Sie Ihre ersten KI-Risiken.',
  'Name an owner for each open risk.': 'Benennen Sie für jedes offene Risiko eine verantwortliche Person.',
  'Rate the risks that have no rating that counts.': 'Bewerten Sie die Risiken, die keine geltende Bewertung haben.',
  'Decide the treatment of the risks that have none.':
    'Entscheiden Sie über die Behandlung der Risiken, die keine haben.',
  'Assess the systems in operation that have no rated risk.':
    'Beurteilen Sie die Systeme im Betrieb, die kein bewertetes Risiko haben.',
  'Assess the risks again whose system, measurement or review calls for it.':
    'Beurteilen Sie die Risiken neu, deren System, Messung oder Prüfung danach verlangt.',
  'Rate the risks under the criteria in force that were rated under earlier ones.':
    'Bewerten Sie nach den geltenden Kriterien die Risiken, die nach früheren bewertet wurden.',
  'Assess your risks again when their review is due; a first assessment shows no repetition.':
    'Beurteilen Sie Ihre Risiken erneut, wenn ihre Prüfung fällig ist; eine erste Beurteilung zeigt keine Wiederholung.',
  'Carry out the overdue actions, or decide anew.':
    'Führen Sie die überfälligen Maßnahmen durch oder entscheiden Sie neu.',
  'Judge for each finished treatment whether it works.':
    'Beurteilen Sie für jede abgeschlossene Behandlung, ob sie wirkt.',
  'Have the risk owners accept what is left, or treat it further.':
    'Lassen Sie die Risikoverantwortlichen annehmen, was bleibt, oder behandeln Sie es weiter.',
  'Register your AI systems, those inside bought software too.':
    'Erfassen Sie Ihre KI-Systeme, auch die in gekaufter Software.',
  'Mark which of the registered systems are in scope.':
    'Markieren Sie, welche der erfassten Systeme im Geltungsbereich sind.',
  'Set the AI role of each system in scope, with its reason.':
    'Legen Sie für jedes System im Geltungsbereich die KI-Rolle mit ihrer Begründung fest.',
  'Name an owner for each system in scope.':
    'Benennen Sie für jedes System im Geltungsbereich eine verantwortliche Person.',
  'Confirm the AI roles that nobody has looked at within twelve months.':
    'Bestätigen Sie die KI-Rollen, die sich seit zwölf Monaten niemand angesehen hat.',
  'Review the systems in scope that nobody has looked at within twelve months.':
    'Prüfen Sie die Systeme im Geltungsbereich, die sich seit zwölf Monaten niemand angesehen hat.',
  'Name an owner for each model, data set, prompt and agent.':
    'Benennen Sie für jedes Modell, jeden Datensatz, jeden Prompt und jeden Agenten eine verantwortliche Person.',
  'Record the current version of each component in use.':
    'Erfassen Sie die aktuelle Fassung jeder genutzten Komponente.',
  'Decide on the AI that was reported and waits.': 'Entscheiden Sie über die gemeldete KI, die wartet.',
  'Search your code and bought software for AI that nobody registered.':
    'Suchen Sie in Ihrem Code und in gekaufter Software nach KI, die niemand erfasst hat.',
  'Decide on each find of the search for unregistered AI.':
    'Entscheiden Sie über jeden Fund der Suche nach nicht erfasster KI.',
}

/** Each kind of document, as a draft of it is spoken of. */
const drafts: Record<string, string> = {
  'scope statement': 'des Geltungsbereichs',
  'AI policy': 'der KI-Politik',
  'description of the AIMS': 'der Beschreibung des KI-Managementsystems',
  'AI risk assessment process': 'des Verfahrens der KI-Risikobeurteilung',
  'AI risk treatment process': 'des Verfahrens der KI-Risikobehandlung',
  'AI system impact assessment process': 'des Verfahrens der Folgenabschätzung',
  'set of AI objectives': 'der KI-Ziele',
  'assignment of roles and authorities': 'der Zuordnung von Rollen und Befugnissen',
  'communication plan': 'des Kommunikationsplans',
  'competence requirements document': 'der Kompetenzanforderungen',
  'operational procedure': 'der Betriebsanweisung',
  'measurement plan': 'des Messplans',
  'audit programme': 'des Auditprogramms',
  'development procedure': 'des Entwicklungsverfahrens',
  'data management procedure': 'des Verfahrens der Datenverwaltung',
  'procedure for the use of AI': 'des Verfahrens für die Nutzung von KI',
  'supplier process': 'des Lieferantenverfahrens',
  'procedure for concerns': 'des Verfahrens für Anliegen',
  'incident communication plan': 'des Plans der Kommunikation bei Vorfällen',
  document: 'des Dokuments',
}

/** What has to be measured, and by which plan. */
const plans: [what: string, plan: string, german: string][] = [
  [
    'system in scope that is verified or in use',
    'plan for fairness, performance, calibration or text output',
    'für jedes System im Geltungsbereich, das verifiziert oder im Einsatz ist, einen Plan für Fairness, Leistung, Kalibrierung oder Textausgaben',
  ],
  ['system in use', 'drift plan', 'für jedes System im Einsatz einen Driftplan'],
  [
    'data set that a system in scope needs',
    'data-quality plan',
    'für jeden Datensatz, den ein System im Geltungsbereich braucht, einen Plan für Datenqualität',
  ],
]

/** What Home asks of this person, beside what the rules ask for. */
const steps: Record<string, string> = {
  'Review “{name}”': '„{name}“ prüfen',
  'Approve “{name}”': '„{name}“ genehmigen',
  'Decide on “{name}”': 'Über „{name}“ entscheiden',
  'Answer the questions of “{name}”': 'Die Fragen von „{name}“ beantworten',
  'Answer the report of “{name}”': 'Die Meldung „{name}“ beantworten',
  'Look again at “{name}”': '„{name}“ erneut ansehen',
  'Decide whether you are bound by “{name}”': 'Entscheiden, ob „{name}“ Sie bindet',
  'Read where you are mentioned: “{name}”': 'Lesen, wo Sie erwähnt sind: „{name}“',
  'Act on the failed measurement “{name}”': 'Auf die nicht bestandene Messung „{name}“ reagieren',
  'Look at the screening again': 'Die Sichtung erneut ansehen',
  'It waits for you.': 'Es wartet auf Sie.',
  'Your task is overdue.': 'Ihre Aufgabe ist überfällig.',
  'A limit of its plan is broken in the newest confirming run.':
    'Eine Grenze des Plans ist im neuesten bestätigenden Lauf verletzt.',
  'Something happened that may change whether you need ISO/IEC 42001.':
    'Etwas ist geschehen, das ändern kann, ob Sie ISO/IEC 42001 brauchen.',
}

export default {
  ...fixed,
  ...Object.fromEntries(
    Object.entries(drafts).map(([kind, german]) => [
      `Have the draft of the ${kind} approved and make it effective.`,
      `Lassen Sie den Entwurf ${german} genehmigen und setzen Sie ihn in Kraft.`,
    ]),
  ),
  ...Object.fromEntries(
    plans.map(([what, plan, german]) => [
      `Write a ${plan} for each ${what}, and have another person approve it.`,
      `Schreiben Sie ${german} und lassen Sie ihn von einer anderen Person genehmigen.`,
    ]),
  ),
  ...steps,
}
