/** What to do next of each clause and control, as the frameworks say it. */
export default {
  'Record your inner and outer issues, answer the climate question, and set the AI role of every in-scope system with a reason.':
    'Erfassen Sie innere und äußere Themen, beantworten Sie die Klimafrage und legen Sie für jedes System im Geltungsbereich die KI-Rolle mit Begründung fest.',
  'Review the context and the roles, and record what changed, even if nothing did.':
    'Prüfen Sie Kontext und Rollen und halten Sie fest, was sich geändert hat, auch wenn es nichts ist.',
  'List who cares about or is affected by your AI, what they require, and which of it you take on.':
    'Listen Sie auf, wen Ihre KI angeht oder betrifft, was diese Parteien verlangen und was Sie davon übernehmen.',
  'Review the parties and their requirements and carry new obligations into the register.':
    'Prüfen Sie die Parteien und ihre Anforderungen und übertragen Sie neue Pflichten in das Register.',
  'Write the scope statement and have top management approve it.':
    'Schreiben Sie den Geltungsbereich auf und lassen Sie ihn von der obersten Leitung genehmigen.',
  'Mark every registered system in or out of scope and give the reason for each one left out.':
    'Ordnen Sie jedes erfasste System dem Geltungsbereich zu oder nicht, und begründen Sie jedes, das außerhalb bleibt.',
  'Compare the scope wording with the register and the Statement of Applicability and record the result.':
    'Vergleichen Sie den Wortlaut des Geltungsbereichs mit Register und Erklärung zur Anwendbarkeit und halten Sie das Ergebnis fest.',
  'Describe the processes of your AIMS, their owners and how they connect, and have it approved.':
    'Beschreiben Sie die Prozesse Ihres KI-Managementsystems, wer sie verantwortet und wie sie zusammenhängen, und lassen Sie das genehmigen.',
  'Run each described process once and keep its record.':
    'Führen Sie jeden beschriebenen Prozess einmal durch und bewahren Sie den Nachweis auf.',
  'Keep every process running and close the gaps in its records.':
    'Halten Sie jeden Prozess in Gang und schließen Sie die Lücken in seinen Nachweisen.',
  'Put the results before a management review and record its judgement of the AIMS as a whole.':
    'Legen Sie die Ergebnisse einer Managementbewertung vor und halten Sie ihr Urteil über das ganze KI-Managementsystem fest.',
  'Have top management decide on a sponsor, a budget and people for the AIMS, and record the decision.':
    'Lassen Sie die oberste Leitung über Fürsprecher, Budget und Personen für das KI-Managementsystem entscheiden und halten Sie die Entscheidung fest.',
  'Bring the next AI decision to top management and record what it decided or refused.':
    'Bringen Sie die nächste KI-Entscheidung vor die oberste Leitung und halten Sie fest, was sie entschieden oder abgelehnt hat.',
  'Draft the AI policy for the systems you really run and have top management approve it.':
    'Entwerfen Sie die KI-Politik für die Systeme, die Sie wirklich betreiben, und lassen Sie sie von der obersten Leitung genehmigen.',
  'Tell staff about the policy, keep the proof, and say where outsiders can get it.':
    'Machen Sie die Politik im Haus bekannt, bewahren Sie den Nachweis auf und sagen Sie, wo Außenstehende sie bekommen.',
  'Review the policy, record the outcome, and have newcomers acknowledge it.':
    'Prüfen Sie die Politik, halten Sie das Ergebnis fest und lassen Sie neue Beschäftigte sie zur Kenntnis nehmen.',
  'Name the people who keep the AIMS conforming, who report on it, and who may stop a system.':
    'Benennen Sie, wer für die Konformität des KI-Managementsystems sorgt, wer darüber berichtet und wer ein System anhalten darf.',
  'Have each named person accept the role and publish the assignment inside.':
    'Lassen Sie jede benannte Person die Rolle annehmen und geben Sie die Zuordnung im Haus bekannt.',
  'Report AIMS performance to top management and fill every vacant role.':
    'Berichten Sie der obersten Leitung über die Leistung des KI-Managementsystems und besetzen Sie jede offene Rolle.',
  'Decide which AI risk is acceptable, and have the criteria approved before rating anything.':
    'Entscheiden Sie, welches KI-Risiko annehmbar ist, und lassen Sie die Kriterien genehmigen, bevor etwas bewertet wird.',
  'Enter risks and opportunities from your context and plan an action, an owner and a date for each.':
    'Erfassen Sie Risiken und Chancen aus Ihrem Kontext und planen Sie für jede eine Maßnahme, eine verantwortliche Person und einen Termin.',
  'Carry out the overdue actions or record the decision to change them.':
    'Führen Sie die überfälligen Maßnahmen durch oder halten Sie die Entscheidung fest, sie zu ändern.',
  'Judge for each finished action whether it worked, and record how you know.':
    'Beurteilen Sie für jede abgeschlossene Maßnahme, ob sie gewirkt hat, und halten Sie fest, woher Sie das wissen.',
  'Write the assessment method with its scales and the three kinds of consequence, and have it approved.':
    'Schreiben Sie das Verfahren der Risikobeurteilung mit seinen Skalen und den drei Arten von Folgen auf und lassen Sie es genehmigen.',
  'Assess one in-scope system by the method, from risk source to rating.':
    'Beurteilen Sie ein System im Geltungsbereich nach dem Verfahren, von der Risikoquelle bis zur Bewertung.',
  'Review the method and its criteria and record the outcome.':
    'Prüfen Sie das Verfahren und seine Kriterien und halten Sie das Ergebnis fest.',
  'Let two people rate the same case by themselves, compare, and correct the method where they differ.':
    'Lassen Sie zwei Personen denselben Fall unabhängig bewerten, vergleichen Sie und berichtigen Sie das Verfahren, wo sie abweichen.',
  'Choose controls from your risks, compare them with Annex A, justify every row, and write the treatment plan.':
    'Wählen Sie Maßnahmen aus Ihren Risiken, vergleichen Sie sie mit Anhang A, begründen Sie jede Zeile und schreiben Sie den Plan der Risikobehandlung.',
  'Have designated management approve the plan and accept the residual risk by name.':
    'Lassen Sie die zuständige Leitung den Plan genehmigen und das Restrisiko namentlich annehmen.',
  'Revisit the Statement of Applicability and the plan, and issue a new approved version.':
    'Nehmen Sie die Erklärung zur Anwendbarkeit und den Plan wieder vor und geben Sie eine neue genehmigte Fassung heraus.',
  'Write the impact assessment procedure, with triggers, depth and who can say no, and have it approved.':
    'Schreiben Sie das Verfahren der Folgenabschätzung mit Auslösern, Tiefe und wer Nein sagen kann, und lassen Sie es genehmigen.',
  'Assess one in-scope system and carry the result into its risk assessment.':
    'Schätzen Sie die Folgen eines Systems im Geltungsbereich ab und übernehmen Sie das Ergebnis in seine Risikobeurteilung.',
  'Review the procedure against the assessments made so far and record the lessons.':
    'Prüfen Sie das Verfahren an den bisherigen Abschätzungen und halten Sie fest, was Sie gelernt haben.',
  'Set AI objectives with a measure, a target, an owner and a date, and have them approved.':
    'Setzen Sie KI-Ziele mit Maß, Zielwert, verantwortlicher Person und Termin und lassen Sie sie genehmigen.',
  'Plan for each objective what is done, by whom, with what and until when.':
    'Planen Sie für jedes Ziel, was getan wird, von wem, womit und bis wann.',
  'Measure the objectives that have no recent value and record it.':
    'Messen Sie die Ziele, die keinen neuen Wert haben, und halten Sie ihn fest.',
  'Judge each due objective against its target and decide what follows from a miss.':
    'Beurteilen Sie jedes fällige Ziel an seinem Zielwert und entscheiden Sie, was aus einer Verfehlung folgt.',
  'Plan the next change to the AIMS on record before you make it.':
    'Planen Sie die nächste Änderung am KI-Managementsystem nachweislich, bevor Sie sie vornehmen.',
  'Find AIMS changes without a plan and record afterwards why and with what consequences they were made.':
    'Suchen Sie Änderungen am KI-Managementsystem ohne Plan und halten Sie nachträglich fest, warum und mit welchen Folgen sie geschahen.',
  'List what the AIMS needs in people, money, tools and computing.':
    'Listen Sie auf, was das KI-Managementsystem an Personen, Geld, Werkzeugen und Rechenleistung braucht.',
  'Get a decision on each requested resource and record the risk of every refusal.':
    'Holen Sie über jede verlangte Ressource eine Entscheidung ein und halten Sie das Risiko jeder Ablehnung fest.',
  'Compare needs with what is there and record the gaps.':
    'Vergleichen Sie den Bedarf mit dem Vorhandenen und halten Sie die Lücken fest.',
  'Set the skills that each AI role needs, oversight and internal audit included.':
    'Legen Sie fest, welche Fähigkeiten jede KI-Rolle braucht, auch Aufsicht und internes Audit.',
  'Collect proof of competence for each role holder and plan how to close each gap.':
    'Sammeln Sie Nachweise der Kompetenz aller Rolleninhaber und planen Sie, wie jede Lücke geschlossen wird.',
  'Close the open skill gaps and renew the evidence that has run out.':
    'Schließen Sie die offenen Lücken der Kompetenz und erneuern Sie abgelaufene Nachweise.',
  'Check on real work whether the training did what it was for.':
    'Prüfen Sie an echter Arbeit, ob die Schulung erreicht hat, wozu sie da war.',
  'Plan who has to hear what about the AI policy and their own part in it.':
    'Planen Sie, wer was über die KI-Politik und den eigenen Anteil daran hören muss.',
  'Reach the people who have no completion record yet.':
    'Erreichen Sie die Personen, für die noch kein Abschluss nachgewiesen ist.',
  'Repeat the programme and include everyone who joined since.':
    'Wiederholen Sie das Programm und nehmen Sie alle auf, die seither dazugekommen sind.',
  'Ask a sample of people what the policy asks of them and act on the answers.':
    'Fragen Sie eine Stichprobe von Personen, was die Politik von ihnen verlangt, und handeln Sie nach den Antworten.',
  'Decide what about the AIMS is told to whom, when, how and by whom.':
    'Entscheiden Sie, was über das KI-Managementsystem wem, wann, wie und von wem gesagt wird.',
  'Send what the plan calls for and keep it as a record.':
    'Versenden Sie, was der Plan vorsieht, und bewahren Sie es als Nachweis auf.',
  'List the documents and records you need, required ones first, and give each an owner.':
    'Listen Sie die nötigen Dokumente und Nachweise auf, die geforderten zuerst, und geben Sie jedem eine verantwortliche Person.',
  'Write and approve the listed documents that are still missing.':
    'Schreiben und genehmigen Sie die gelisteten Dokumente, die noch fehlen.',
  'Review the list and record what was added or dropped.':
    'Prüfen Sie die Liste und halten Sie fest, was hinzukam oder wegfiel.',
  'Give the marked documents an author, a version and an approval by someone else.':
    'Geben Sie den markierten Dokumenten einen Verfasser, eine Fassung und eine Genehmigung durch jemand anderen.',
  'Review the documents whose date has passed.': 'Prüfen Sie die Dokumente, deren Termin vorbei ist.',
  'Set rules for access, retention and disposal, and list the outside documents you rely on.':
    'Legen Sie Regeln für Zugriff, Aufbewahrung und Entsorgung fest und listen Sie die externen Dokumente auf, auf die Sie sich stützen.',
  'Set access and retention on each document and mark the obsolete ones.':
    'Legen Sie für jedes Dokument Zugriff und Aufbewahrung fest und kennzeichnen Sie die veralteten.',
  'Dispose of what is past retention and check the outside documents for new editions.':
    'Entsorgen Sie, was die Aufbewahrungsfrist überschritten hat, und prüfen Sie die externen Dokumente auf neue Ausgaben.',
  'Write down for each included control how it is run and when it counts as done.':
    'Schreiben Sie für jede aufgenommene Maßnahme auf, wie sie betrieben wird und wann sie als erledigt gilt.',
  'Put the remaining included controls in place and keep a first record of each.':
    'Setzen Sie die übrigen aufgenommenen Maßnahmen um und bewahren Sie von jeder einen ersten Nachweis auf.',
  'Collect the run records that are missing and control the changes made without review.':
    'Sammeln Sie die fehlenden Nachweise des Betriebs und steuern Sie Änderungen, die ohne Prüfung geschahen.',
  'Check a sample of controls for effect and correct those that fail.':
    'Prüfen Sie eine Stichprobe der Maßnahmen auf Wirkung und berichtigen Sie die, die versagen.',
  'Assess the in-scope systems that have no risk assessment.':
    'Beurteilen Sie die Systeme im Geltungsbereich, die keine Risikobeurteilung haben.',
  'Repeat the assessments that are overdue or were triggered by a change.':
    'Wiederholen Sie die Beurteilungen, die überfällig sind oder durch eine Änderung ausgelöst wurden.',
  'Carry out the treatments that are due and record their results.':
    'Führen Sie die fälligen Behandlungen durch und halten Sie ihre Ergebnisse fest.',
  'Verify the finished treatments and treat again what fell short.':
    'Überprüfen Sie die abgeschlossenen Behandlungen und behandeln Sie erneut, was nicht gereicht hat.',
  'Confirm from evidence that residual risk is within what management accepted, or bring it back for a decision.':
    'Bestätigen Sie aus Nachweisen, dass das Restrisiko im angenommenen Rahmen liegt, oder legen Sie es erneut zur Entscheidung vor.',
  'Complete the impact assessments of the in-scope systems that have none.':
    'Schließen Sie die Folgenabschätzungen der Systeme im Geltungsbereich ab, die keine haben.',
  'Repeat the impact assessments that are overdue or stand before a planned change.':
    'Wiederholen Sie die Folgenabschätzungen, die überfällig sind oder vor einer geplanten Änderung stehen.',
  'Follow each measure to its end and record what it changed.':
    'Verfolgen Sie jede Maßnahme bis zu ihrem Ende und halten Sie fest, was sie geändert hat.',
  'Decide what you measure, how, how often, who looks at it and which limit counts.':
    'Entscheiden Sie, was Sie wie und wie oft messen, wer darauf sieht und welche Grenze zählt.',
  'Take the first value of each planned measure.': 'Nehmen Sie den ersten Wert jeder geplanten Messgröße auf.',
  'Take the measurements that are overdue.': 'Holen Sie die überfälligen Messungen nach.',
  'Analyse the results, state a conclusion and record the reaction to each crossed limit.':
    'Werten Sie die Ergebnisse aus, ziehen Sie einen Schluss und halten Sie die Reaktion auf jede überschrittene Grenze fest.',
  'Plan an internal audit over all clauses and the included controls.':
    'Planen Sie ein internes Audit über alle Abschnitte und die aufgenommenen Maßnahmen.',
  'Carry out the audit and issue the report.': 'Führen Sie das Audit durch und geben Sie den Bericht heraus.',
  'Audit the clauses and controls that were not yet covered in this interval.':
    'Auditieren Sie die Abschnitte und Maßnahmen, die in diesem Zeitraum noch nicht an der Reihe waren.',
  'Have the auditor verify that the corrected findings stay corrected.':
    'Lassen Sie das Audit überprüfen, ob berichtigte Feststellungen berichtigt bleiben.',
  'Write the audit programme and have it approved.': 'Schreiben Sie das Auditprogramm und lassen Sie es genehmigen.',
  'Assign auditors who are independent of the work and send the report to management.':
    'Setzen Sie Auditoren ein, die von der Arbeit unabhängig sind, und senden Sie den Bericht an die Leitung.',
  'Carry out the audits of the programme that are due.': 'Führen Sie die fälligen Audits des Programms durch.',
  'Follow up the earlier findings and adjust the programme to them.':
    'Gehen Sie den früheren Feststellungen nach und passen Sie das Programm daran an.',
  'Set the dates of the management reviews and who takes part.':
    'Legen Sie die Termine der Managementbewertungen fest und wer teilnimmt.',
  'Hold a management review with top management present.':
    'Halten Sie eine Managementbewertung ab, bei der die oberste Leitung anwesend ist.',
  'Hold the overdue management review, after the internal audit.':
    'Halten Sie die überfällige Managementbewertung nach dem internen Audit ab.',
  'Prepare the input pack and answer every required topic, even with nothing to report.':
    'Bereiten Sie die Unterlagen vor und beantworten Sie jedes geforderte Thema, auch wenn es nichts zu berichten gibt.',
  'Complete the pack of the latest review from current records.':
    'Ergänzen Sie die Unterlagen der letzten Bewertung aus aktuellen Aufzeichnungen.',
  'Record the decisions of the review with owner and date.':
    'Halten Sie die Entscheidungen der Bewertung mit verantwortlicher Person und Termin fest.',
  'Carry out the decisions that are overdue.': 'Führen Sie die überfälligen Entscheidungen durch.',
  'Have the next review check what the earlier decisions changed.':
    'Lassen Sie die nächste Bewertung prüfen, was die früheren Entscheidungen geändert haben.',
  'Open an improvement register and enter what reviews, audits and measurements suggest.':
    'Eröffnen Sie ein Register der Verbesserungen und tragen Sie ein, was Bewertungen, Audits und Messungen nahelegen.',
  'Finish an improvement or decide why none was needed.':
    'Schließen Sie eine Verbesserung ab oder entscheiden Sie, warum keine nötig war.',
  'Measure before and after for a finished improvement.':
    'Messen Sie für eine abgeschlossene Verbesserung vorher und nachher.',
  'Write how a nonconformity is handled, from the first reaction to the check of effect.':
    'Schreiben Sie auf, wie mit einer Nichtkonformität umgegangen wird, von der ersten Reaktion bis zur Prüfung der Wirkung.',
  'Record for each open nonconformity its correction, extent, cause and planned action.':
    'Halten Sie für jede offene Nichtkonformität Korrektur, Ausmaß, Ursache und geplante Maßnahme fest.',
  'Complete the overdue corrective actions and look for similar cases.':
    'Schließen Sie die überfälligen Korrekturmaßnahmen ab und suchen Sie ähnliche Fälle.',
  'Have someone other than the owner judge whether the closed actions worked.':
    'Lassen Sie jemand anderen als die verantwortliche Person beurteilen, ob die abgeschlossenen Maßnahmen gewirkt haben.',
  'Write your rules for developing and using AI into an approved policy.':
    'Schreiben Sie Ihre Regeln für Entwicklung und Nutzung von KI in eine genehmigte Politik.',
  'Give the policy to those who develop, buy or use AI and keep the proof.':
    'Geben Sie die Politik denen, die KI entwickeln, kaufen oder nutzen, und bewahren Sie den Nachweis auf.',
  'Compare the AI policy with security, privacy, quality, HR and buying policies and name the conflicts.':
    'Vergleichen Sie die KI-Politik mit denen zu Sicherheit, Datenschutz, Qualität, Personal und Einkauf und benennen Sie die Widersprüche.',
  'Have the conflicting policies amended and approved.':
    'Lassen Sie die widersprechenden Politiken ändern und genehmigen.',
  'Compare again where a policy has changed since.':
    'Vergleichen Sie erneut, wo sich seither eine Politik geändert hat.',
  'Set a review date and a responsible person for the AI policy.':
    'Legen Sie für die KI-Politik einen Prüftermin und eine verantwortliche Person fest.',
  'Review the AI policy now and record what was kept or changed, and why.':
    'Prüfen Sie die KI-Politik jetzt und halten Sie fest, was blieb oder sich änderte, und warum.',
  'Define the AI roles and their duties, for each in-scope system too.':
    'Legen Sie die KI-Rollen und ihre Pflichten fest, auch für jedes System im Geltungsbereich.',
  'Name a person for every role and have it accepted.':
    'Benennen Sie für jede Rolle eine Person und lassen Sie sie annehmen.',
  'Fill the vacant roles and confirm the others.': 'Besetzen Sie die offenen Rollen und bestätigen Sie die anderen.',
  'Write the procedure for concerns, with confidentiality, protection and deadlines, and have it approved.':
    'Schreiben Sie das Verfahren für Anliegen mit Vertraulichkeit, Schutz und Fristen und lassen Sie es genehmigen.',
  'Open the channel, tell people about it and try it out.':
    'Öffnen Sie den Meldeweg, machen Sie ihn bekannt und probieren Sie ihn aus.',
  'Answer the open concerns, or check that the channel works and is known.':
    'Beantworten Sie die offenen Anliegen, oder prüfen Sie, ob der Meldeweg funktioniert und bekannt ist.',
  'Report outcomes to management and ask a sample of people whether they know and trust the channel.':
    'Berichten Sie der Leitung, was daraus wurde, und fragen Sie eine Stichprobe, ob sie den Meldeweg kennt und ihm vertraut.',
  'Record for every in-scope system what it is built from and runs on.':
    'Halten Sie für jedes System im Geltungsbereich fest, woraus es gebaut ist und worauf es läuft.',
  'Give each resource record an owner and tie it to the version in use.':
    'Geben Sie jeder erfassten Ressource eine verantwortliche Person und binden Sie sie an die genutzte Fassung.',
  'Confirm the stale records and search for AI that nobody registered.':
    'Bestätigen Sie die veralteten Angaben und suchen Sie nach KI, die niemand erfasst hat.',
  'Record the data that each in-scope system learns from or works on.':
    'Erfassen Sie die Daten, aus denen jedes System im Geltungsbereich lernt oder mit denen es arbeitet.',
  'Give each data set an owner and a version and link it to its systems.':
    'Geben Sie jedem Datensatz eine verantwortliche Person und eine Fassung und verbinden Sie ihn mit seinen Systemen.',
  'Confirm the data records that are out of date.': 'Bestätigen Sie die Angaben zu Daten, die veraltet sind.',
  'Record the tools, libraries and models behind each in-scope system.':
    'Erfassen Sie die Werkzeuge, Bibliotheken und Modelle hinter jedem System im Geltungsbereich.',
  'Add version, supplier and owner to each tool and model.':
    'Ergänzen Sie zu jedem Werkzeug und Modell Fassung, Lieferant und verantwortliche Person.',
  'Confirm or rescan the tool records that are out of date.':
    'Bestätigen oder durchsuchen Sie erneut die Angaben zu Werkzeugen, die veraltet sind.',
  'Record where and on what each in-scope system runs.':
    'Halten Sie fest, wo und worauf jedes System im Geltungsbereich läuft.',
  'Add owner, capacity and country to each entry.':
    'Ergänzen Sie zu jedem Eintrag verantwortliche Person, Kapazität und Land.',
  'Confirm the entries that are out of date.': 'Bestätigen Sie die Einträge, die veraltet sind.',
  'Record for each in-scope system which people and skills it needs, oversight included.':
    'Halten Sie für jedes System im Geltungsbereich fest, welche Personen und Fähigkeiten es braucht, auch für die Aufsicht.',
  'Name the people for each need or plan how to close the gap.':
    'Benennen Sie die Personen für jeden Bedarf oder planen Sie, wie die Lücke geschlossen wird.',
  'Confirm the staffing of each in-scope system.': 'Bestätigen Sie die Besetzung jedes Systems im Geltungsbereich.',
  'Write the impact assessment process with triggers, thresholds and who decides.':
    'Schreiben Sie den Prozess der Folgenabschätzung mit Auslösern, Schwellen und wer entscheidet.',
  'Screen the in-scope systems that have not gone through the process.':
    'Sichten Sie die Systeme im Geltungsbereich, die den Prozess noch nicht durchlaufen haben.',
  'Assess the systems with an open trigger and review the process.':
    'Schätzen Sie die Folgen der Systeme mit offenem Auslöser ab und prüfen Sie den Prozess.',
  'Set how long impact results are kept and in what form.':
    'Legen Sie fest, wie lange und in welcher Form Ergebnisse der Folgenabschätzung aufbewahrt werden.',
  'File the missing results with approver and date.':
    'Legen Sie die fehlenden Ergebnisse mit genehmigender Person und Datum ab.',
  'Check that earlier results can still be found and are not deleted too soon.':
    'Prüfen Sie, dass frühere Ergebnisse noch zu finden sind und nicht zu früh gelöscht werden.',
  'Add to the method how effects on persons and groups are judged.':
    'Ergänzen Sie im Verfahren, wie Wirkungen auf Personen und Gruppen beurteilt werden.',
  'Complete the section on persons and groups for the remaining in-scope systems.':
    'Vervollständigen Sie den Teil über Personen und Gruppen für die übrigen Systeme im Geltungsbereich.',
  'Renew the sections that are overdue or contradicted by new results.':
    'Erneuern Sie die Teile, die überfällig sind oder denen neue Ergebnisse widersprechen.',
  'Measure outcomes for the named groups and compare them with the assessment.':
    'Messen Sie die Ergebnisse für die genannten Gruppen und vergleichen Sie sie mit der Abschätzung.',
  'Add to the method how effects on society are judged.':
    'Ergänzen Sie im Verfahren, wie Wirkungen auf die Gesellschaft beurteilt werden.',
  'Complete the section on society for the remaining in-scope systems.':
    'Vervollständigen Sie den Teil über die Gesellschaft für die übrigen Systeme im Geltungsbereich.',
  'Renew the overdue sections on society.': 'Erneuern Sie die überfälligen Teile über die Gesellschaft.',
  'Name the goals that guide your development and have them approved.':
    'Benennen Sie die Ziele, die Ihre Entwicklung leiten, und lassen Sie sie genehmigen.',
  'Turn each goal into a requirement or a check at a stage.':
    'Machen Sie aus jedem Ziel eine Anforderung oder eine Prüfung in einer Phase.',
  'Check the goals in the developments that skipped them.':
    'Prüfen Sie die Ziele in den Entwicklungen, die sie übersprungen haben.',
  'Write the development procedure with its stages and approvals, and have it approved.':
    'Schreiben Sie das Entwicklungsverfahren mit seinen Phasen und Genehmigungen und lassen Sie es genehmigen.',
  'Take a system through all stages and keep the approvals.':
    'Führen Sie ein System durch alle Phasen und bewahren Sie die Genehmigungen auf.',
  'Find developments outside of the procedure and approve or correct them.':
    'Suchen Sie Entwicklungen außerhalb des Verfahrens und genehmigen oder berichtigen Sie sie.',
  'Write the requirements and acceptance criteria of each in-scope system.':
    'Schreiben Sie die Anforderungen und Abnahmekriterien jedes Systems im Geltungsbereich auf.',
  'Have the requirements approved and link each to a test.':
    'Lassen Sie die Anforderungen genehmigen und verbinden Sie jede mit einem Test.',
  'Update the requirements of the systems that changed since.':
    'Bringen Sie die Anforderungen der Systeme auf den Stand, die sich seither geändert haben.',
  'Record the design choices of each developed system and why they were made.':
    'Halten Sie die Entwurfsentscheidungen jedes entwickelten Systems und ihre Gründe fest.',
  'Tie each design record to its version and requirements.':
    'Binden Sie jede Entwurfsaufzeichnung an ihre Fassung und ihre Anforderungen.',
  'Bring the design records up to the version in use.':
    'Bringen Sie die Entwurfsaufzeichnungen auf den Stand der genutzten Fassung.',
  'Set measures and pass criteria before you test, for subgroups too.':
    'Legen Sie Maße und Grenzen fest, bevor Sie testen, auch für Untergruppen.',
  'Test the versions in use that have no result.': 'Testen Sie die genutzten Fassungen, die kein Ergebnis haben.',
  'Repeat the tests that are overdue or precede a change.':
    'Wiederholen Sie die Tests, die überfällig sind oder einer Änderung vorangehen.',
  'Compare test results with results in use and act where they part.':
    'Vergleichen Sie Testergebnisse mit Ergebnissen im Einsatz und handeln Sie, wo sie auseinandergehen.',
  'Write the deployment plan with conditions for release and a way back.':
    'Schreiben Sie den Plan der Inbetriebnahme mit Bedingungen der Freigabe und einem Weg zurück.',
  'Approve the versions in use that were released without a record.':
    'Genehmigen Sie die genutzten Fassungen, die ohne Nachweis freigegeben wurden.',
  'Trace the releases without approval and decide on them.':
    'Spüren Sie die Freigaben ohne Genehmigung auf und entscheiden Sie darüber.',
  'Define for each in-scope system what is watched, who repairs and how it ends.':
    'Legen Sie für jedes System im Geltungsbereich fest, was überwacht wird, wer repariert und wie es endet.',
  'Switch on monitoring of performance and drift, with limits and an owner.':
    'Schalten Sie die Überwachung von Leistung und Drift ein, mit Grenzen und einer verantwortlichen Person.',
  'Close the gaps in monitoring and explain them.': 'Schließen Sie die Lücken der Überwachung und erklären Sie sie.',
  'Act on the open alerts and record the result.':
    'Handeln Sie nach den offenen Warnungen und halten Sie das Ergebnis fest.',
  'Decide which technical documents each audience needs.':
    'Entscheiden Sie, welche technischen Dokumente jede Zielgruppe braucht.',
  'Write the missing technical documents and hand them over.':
    'Schreiben Sie die fehlenden technischen Dokumente und übergeben Sie sie.',
  'Bring the outdated technical documents up to the version in use.':
    'Bringen Sie die veralteten technischen Dokumente auf den Stand der genutzten Fassung.',
  'Decide what is logged at which stage and how long it is kept.':
    'Entscheiden Sie, was in welcher Phase protokolliert und wie lange es aufbewahrt wird.',
  'Switch on logging for the systems in use that have none.':
    'Schalten Sie die Protokollierung für die genutzten Systeme ein, die keine haben.',
  'Explain or repair the gaps in the logs.': 'Erklären oder schließen Sie die Lücken in den Protokollen.',
  'Trace one real decision back through the logs and record whether it worked.':
    'Verfolgen Sie eine echte Entscheidung durch die Protokolle zurück und halten Sie fest, ob es gelang.',
  'Write the data management procedure and have it approved.':
    'Schreiben Sie das Verfahren der Datenverwaltung und lassen Sie es genehmigen.',
  'Run the checks of the procedure on the data sets that lack them.':
    'Führen Sie die Prüfungen des Verfahrens an den Datensätzen durch, denen sie fehlen.',
  'Repeat the checks that are overdue.': 'Wiederholen Sie die überfälligen Prüfungen.',
  'Record where each data set came from and by what right you use it.':
    'Halten Sie fest, woher jeder Datensatz kam und mit welchem Recht Sie ihn nutzen.',
  'Have rights and legal basis of each data set checked and signed off.':
    'Lassen Sie Rechte und Rechtsgrundlage jedes Datensatzes prüfen und abzeichnen.',
  'Record the data sets taken into use without one.':
    'Erfassen Sie die Datensätze, die ohne das in Gebrauch genommen wurden.',
  'Set quality limits for the data, bias included.':
    'Setzen Sie Grenzen für die Qualität der Daten, auch für Verzerrung.',
  'Measure the data sets that have no quality result.':
    'Messen Sie die Datensätze, die kein Ergebnis zur Qualität haben.',
  'Measure again where data changed or the interval has passed.':
    'Messen Sie erneut, wo sich Daten geändert haben oder die Frist vorbei ist.',
  'Decide on each failed quality result and record what was done.':
    'Entscheiden Sie über jedes nicht bestandene Ergebnis zur Qualität und halten Sie fest, was getan wurde.',
  'Define how origin and changes of data are recorded.':
    'Legen Sie fest, wie Herkunft und Änderungen von Daten festgehalten werden.',
  'Record the lineage of the data sets that lack it.': 'Erfassen Sie die Herkunft der Datensätze, denen sie fehlt.',
  'Continue the lineage where a change is missing.': 'Setzen Sie die Herkunft fort, wo eine Änderung fehlt.',
  'Write down which preparation steps you use and why, labelling included.':
    'Schreiben Sie auf, welche Schritte der Aufbereitung Sie nutzen und warum, auch das Kennzeichnen.',
  'Record the preparation of each data set so that it can be repeated.':
    'Halten Sie die Aufbereitung jedes Datensatzes so fest, dass sie wiederholt werden kann.',
  'Compare recent preparation with the set grounds and approve departures.':
    'Vergleichen Sie neuere Aufbereitungen mit den festgelegten Gründen und genehmigen Sie Abweichungen.',
  'Write what users have to know about each in-scope system.':
    'Schreiben Sie auf, was Nutzende über jedes System im Geltungsbereich wissen müssen.',
  'Bring the information to its users and keep the proof.':
    'Bringen Sie die Informationen zu den Nutzenden und bewahren Sie den Nachweis auf.',
  'Renew the information that is older than the version in use.':
    'Erneuern Sie die Informationen, die älter sind als die genutzte Fassung.',
  'Check with a sample of users whether they understand the limits.':
    'Prüfen Sie an einer Stichprobe von Nutzenden, ob sie die Grenzen verstehen.',
  'Define how outsiders report harm to you, who handles it and by when.':
    'Legen Sie fest, wie Außenstehende Ihnen Schaden melden, wer sich darum kümmert und bis wann.',
  'Open the channel to outsiders, publish it and try it out.':
    'Öffnen Sie den Meldeweg für Außenstehende, veröffentlichen Sie ihn und probieren Sie ihn aus.',
  'Answer the open outside reports, or check that the channel can be found and works.':
    'Beantworten Sie die offenen Meldungen von außen, oder prüfen Sie, ob der Meldeweg zu finden ist und funktioniert.',
  'Put the statistics of outside reports before management and record what they changed.':
    'Legen Sie der Leitung die Zahlen der Meldungen von außen vor und halten Sie fest, was sie geändert haben.',
  'Write the incident communication plan with its duties and deadlines.':
    'Schreiben Sie den Plan der Kommunikation bei Vorfällen mit seinen Pflichten und Fristen.',
  'Put contacts and drafts in place and brief those on duty.':
    'Legen Sie Kontakte und Entwürfe bereit und weisen Sie die Diensthabenden ein.',
  'Run a drill of the plan and record the lessons.': 'Üben Sie den Plan und halten Sie fest, was Sie gelernt haben.',
  'List your reporting duties about AI, to whom and by when.':
    'Listen Sie Ihre Meldepflichten zu KI auf, an wen und bis wann.',
  'Give each duty an owner and a way to meet it.':
    'Geben Sie jeder Pflicht eine verantwortliche Person und einen Weg, sie zu erfüllen.',
  'Submit the overdue reports and review the register.':
    'Reichen Sie die überfälligen Meldungen ein und prüfen Sie das Register.',
  'Write how AI is chosen, approved and used, and what is prohibited.':
    'Schreiben Sie auf, wie KI gewählt, genehmigt und genutzt wird und was verboten ist.',
  'Approve or stop the AI in use that has no approval, and publish the approved list.':
    'Genehmigen oder beenden Sie die genutzte KI ohne Genehmigung und veröffentlichen Sie die Liste der genehmigten.',
  'Search for unapproved AI use and decide on each find.':
    'Suchen Sie nach nicht genehmigter Nutzung von KI und entscheiden Sie über jeden Fund.',
  'Name the goals that guide your use of AI and assign the oversight.':
    'Benennen Sie die Ziele, die Ihre Nutzung von KI leiten, und weisen Sie die Aufsicht zu.',
  'Give each in-scope system an overseer with power, time and training.':
    'Geben Sie jedem System im Geltungsbereich eine Aufsicht mit Befugnis, Zeit und Schulung.',
  'Record oversight and check the goals that have no recent result.':
    'Halten Sie die Aufsicht fest und prüfen Sie die Ziele ohne neues Ergebnis.',
  'Check whether oversight catches wrong output, and act on the result.':
    'Prüfen Sie, ob die Aufsicht falsche Ausgaben bemerkt, und handeln Sie nach dem Ergebnis.',
  'Record the intended use of each in-scope system from its documentation.':
    'Erfassen Sie die vorgesehene Nutzung jedes Systems im Geltungsbereich aus seiner Dokumentation.',
  'Tell users the intended use and set limits in the system.':
    'Sagen Sie den Nutzenden die vorgesehene Nutzung und setzen Sie Grenzen im System.',
  'Compare actual with intended use and record deviations.':
    'Vergleichen Sie tatsächliche und vorgesehene Nutzung und halten Sie Abweichungen fest.',
  'Decide on each deviation: stop it, approve it as a change, or reassess.':
    'Entscheiden Sie über jede Abweichung: beenden, als Änderung genehmigen oder neu beurteilen.',
  'Write down who bears which duty for each in-scope system with outside parties.':
    'Schreiben Sie auf, wer bei jedem System im Geltungsbereich mit Außenstehenden welche Pflicht trägt.',
  'Agree the split with each party and give every open duty an owner.':
    'Vereinbaren Sie die Aufteilung mit jeder Partei und geben Sie jeder offenen Pflicht eine verantwortliche Person.',
  'Confirm the split with the parties whose terms changed.':
    'Bestätigen Sie die Aufteilung mit den Parteien, deren Bedingungen sich geändert haben.',
  'Write how suppliers of models, data and AI services are chosen and watched.':
    'Schreiben Sie auf, wie Lieferanten von Modellen, Daten und KI-Diensten gewählt und beobachtet werden.',
  'Complete the due diligence of the suppliers that have none.':
    'Schließen Sie die Prüfung der Lieferanten ab, die keine hatten.',
  'Reassess the suppliers that are overdue or changed.':
    'Beurteilen Sie die Lieferanten erneut, deren Prüfung überfällig ist oder die sich geändert haben.',
  'Follow up each supplier shortfall to a decision.':
    'Verfolgen Sie jeden Mangel eines Lieferanten bis zu einer Entscheidung.',
  'Record what customers expect of and need from your AI.':
    'Halten Sie fest, was Kundinnen und Kunden von Ihrer KI erwarten und brauchen.',
  'Carry the accepted expectations into product, terms or guidance.':
    'Übertragen Sie die angenommenen Erwartungen in Produkt, Bedingungen oder Anleitung.',
  'Review recent customer feedback and questions and record what follows.':
    'Sehen Sie neuere Rückmeldungen und Fragen der Kundschaft durch und halten Sie fest, was daraus folgt.',
}
