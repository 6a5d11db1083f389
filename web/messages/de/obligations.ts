/** The register of obligations and the EU AI Act; texts that come from its rules are translated like every other. */
export default {
  'Bias detection with special-category data': 'Erkennen von Verzerrungen mit besonderen Datenkategorien',
  'Classification and documenting a not-high-risk view':
    'Einstufung, und Begründung, wenn kein hohes Risiko gesehen wird',
  'Meet the section 2 requirements': 'Die Anforderungen des Abschnitts 2 erfüllen',
  'Record-keeping': 'Aufzeichnung von Ereignissen',
  'Transparency and information to deployers': 'Transparenz und Information der Betreiber',
  'Accuracy, robustness and cybersecurity': 'Genauigkeit, Robustheit und Cybersicherheit',
  'Provider duties index': 'Pflichten der Anbieter im Überblick',
  'Documentation keeping': 'Aufbewahrung der Dokumentation',
  'Automatic logs': 'Automatische Protokolle',
  'Corrective action and information duty': 'Korrekturmaßnahmen und Informationspflicht',
  'Cooperation with authorities': 'Zusammenarbeit mit Behörden',
  'Importer duties': 'Pflichten der Einführer',
  'Distributor duties': 'Pflichten der Händler',
  'Value chain and role flip': 'Wertschöpfungskette und Wechsel der Rolle',
  'EU declaration of conformity': 'EU-Konformitätserklärung',
  'CE marking': 'CE-Kennzeichnung',
  'Emotion recognition and biometric categorisation notice':
    'Hinweis auf Emotionserkennung und biometrische Kategorisierung',
  'Deep fakes and public-interest text': 'Deepfakes und Texte von öffentlichem Interesse',
  'Notify systemic-risk models': 'Modelle mit systemischem Risiko melden',
  'Model technical documentation': 'Technische Dokumentation des Modells',
  'Downstream documentation': 'Dokumentation für nachgelagerte Anbieter',
  'Copyright policy': 'Strategie zum Urheberrecht',
  'Training content summary': 'Zusammenfassung der Trainingsinhalte',
  'GPAI authorised representative': 'Bevollmächtigter für Modelle mit allgemeinem Verwendungszweck',
  'Systemic-risk model duties': 'Pflichten bei Modellen mit systemischem Risiko',
  'date decided': 'Datum entschieden',
  'The question is open again: {reason}': 'Die Frage ist wieder offen: {reason}',
  'It does not apply: {reason}': 'Sie gilt nicht: {reason}',
  'It applies: {reason}': 'Sie gilt: {reason}',
  'Who has to be told': 'Wer davon erfahren muss',
  'An authority, a customer, a provider: where it asks you to report. Empty: nobody.':
    'Eine Behörde, ein Kunde, ein Anbieter: wenn eine Meldung verlangt wird. Leer: niemand.',
  'Duty to report': 'Meldepflicht',
  'Somebody has to be told': 'Jemand muss davon erfahren',
  'Nobody has to be told': 'Niemand muss davon erfahren',
  'EU AI Act: {name}': 'KI-Verordnung: {name}',
  'Each question names the article it comes from. The result is a reading by rules, no legal advice.':
    'Jede Frage nennt den Artikel, aus dem sie kommt. Das Ergebnis ist eine Lesart nach Regeln, keine Rechtsberatung.',
  'Answers recorded': 'Antworten festgehalten',
  'Filled in from {from}. Check each before you record.':
    'Ausgefüllt aus: {from}. Prüfen Sie jede Antwort, bevor Sie sie festhalten.',
  'Record answers': 'Antworten festhalten',
  'Reach and role': 'Reichweite und Rolle',
  'Where does it reach? (Art. 2)': 'Wohin reicht es? (Art. 2)',
  'Is it left out of the Act?': 'Nimmt die Verordnung es aus?',
  'What do you do with it?': 'Was tun Sie damit?',
  'The roles of the Act follow from it. They are not those of ISO/IEC 22989.':
    'Daraus folgen die Rollen der Verordnung. Es sind nicht die der ISO/IEC 22989.',
  'We are established in the Union (Art. 22, 54)': 'Wir sind in der Union niedergelassen (Art. 22, 54)',
  'We are a public body or provide public services (Art. 27)':
    'Wir sind eine öffentliche Stelle oder erbringen öffentliche Dienste (Art. 27)',
  'Forbidden practices (Art. 5)': 'Verbotene Praktiken (Art. 5)',
  'Does it do any of these?': 'Tut es etwas davon?',
  'High risk (Art. 6)': 'Hohes Risiko (Art. 6)',
  'Is it, or does it secure, a product of Annex I?': 'Ist oder sichert es ein Produkt nach Anhang I?',
  'Which uses of Annex III does it have?': 'Welche Verwendungen nach Anhang III hat es?',
  'Does it profile persons? (Art. 6(3))': 'Erstellt es Profile von Personen? (Art. 6 Abs. 3)',
  'Profiling is never excepted from high risk.': 'Profiling ist nie vom hohen Risiko ausgenommen.',
  'Does a condition of an exception hold?': 'Trifft die Bedingung einer Ausnahme zu?',
  'Only for a use of Annex III.': 'Nur bei einer Verwendung nach Anhang III.',
  'Transparency (Art. 50)': 'Transparenz (Art. 50)',
  'Which of these is so?': 'Was davon trifft zu?',
  'Which exceptions hold?': 'Welche Ausnahmen treffen zu?',
  'General-purpose models and dates': 'Modelle mit allgemeinem Verwendungszweck und Daten',
  'Do you place a general-purpose model on the market? (Art. 51, 53)':
    'Bringen Sie ein Modell mit allgemeinem Verwendungszweck in Verkehr? (Art. 51, 53)',
  'The model is free and open source (Art. 53(2))': 'Das Modell ist frei und quelloffen (Art. 53 Abs. 2)',
  'On the market or in service since (Art. 111)': 'In Verkehr oder Betrieb seit (Art. 111)',
  'Empty: not yet.': 'Leer: noch nicht.',
  'Its design changed significantly since the rules apply (Art. 111(2))':
    'Seine Gestaltung hat sich seit Geltung der Regeln wesentlich geändert (Art. 111 Abs. 2)',
  'Decided: {value}. By the answers alone: {computed}. {reason}':
    'Entschieden: {value}. Nach den Antworten allein: {computed}. {reason}',
  'Confirm or change the class': 'Einstufung bestätigen oder ändern',
  'Decision recorded': 'Entscheidung festgehalten',
  'Record decision': 'Entscheidung festhalten',
  Class: 'Einstufung',
  'Confirm or change the date': 'Datum bestätigen oder ändern',
  'Choose a day.': 'Wählen Sie einen Tag.',
  'Reason, and where you checked it': 'Grund, und wo Sie es geprüft haben',
  'Decision taken back': 'Entscheidung zurückgenommen',
  'Take decision back': 'Entscheidung zurücknehmen',
  '{count, plural, one {One duty taken over} other {# duties taken over}}':
    '{count, plural, one {Eine Pflicht übernommen} other {# Pflichten übernommen}}',
  'What follows': 'Was daraus folgt',
  'All of it stands in the register.': 'Alles davon steht im Register.',
  '{count, plural, one {Take one duty over?} other {Take # duties over?}}':
    '{count, plural, one {Eine Pflicht übernehmen?} other {# Pflichten übernehmen?}}',
  'Take over': 'Übernehmen',
  'Take all over into the register': 'Alle ins Register übernehmen',
  'No duty of the Act follows from these answers.': 'Aus diesen Antworten folgt keine Pflicht der Verordnung.',
  from: 'ab',
  'before the amendment': 'vor der Änderung',
  'formally applies from': 'gilt förmlich ab',
  'Date decided, by the rules it was {computed}: {reason}':
    'Datum entschieden, nach den Regeln war es {computed}: {reason}',
  'In the register': 'Im Register',
  Obligations: 'Pflichten',
  'Add obligation': 'Pflicht aufnehmen',
  'It is being fulfilled now': 'Sie wird nun erfüllt',
  'Obligation restored': 'Pflicht wiederhergestellt',
  'Does “{title}” apply?': 'Gilt „{title}“?',
  'Decide whether it applies': 'Entscheiden, ob sie gilt',
  'Start fulfilling': 'Mit der Erfüllung beginnen',
  'Open “{title}” again': '„{title}“ wieder öffnen',
  'Whether it applies is asked again. History keeps what was decided.':
    'Ob sie gilt, wird neu gefragt. Der Verlauf behält, was entschieden war.',
  'The question is open again': 'Die Frage ist wieder offen',
  'For what does not belong in the register. It can be restored.':
    'Für das, was nicht ins Register gehört. Es lässt sich wiederherstellen.',
  'Obligation withdrawn': 'Pflicht zurückgezogen',
  'Name an owner first.': 'Benennen Sie zuerst, wer verantwortlich ist.',
  'Say how it is fulfilled first.': 'Sagen Sie zuerst, wie sie erfüllt wird.',
  Fulfilled: 'Erfüllt',
  'At least one record above shows it.': 'Mindestens ein Nachweis oben zeigt es.',
  Gaps: 'Lücken',
  'It stays open until the next review.': 'Sie bleibt bis zur nächsten Prüfung offen.',
  'Say in a few words what is owed.': 'Sagen Sie in wenigen Worten, was geschuldet ist.',
  'Name the law, contract or standard.': 'Nennen Sie das Gesetz, den Vertrag oder die Norm.',
  'Obligation saved': 'Pflicht gespeichert',
  'Obligation added': 'Pflicht aufgenommen',
  'What is owed': 'Was geschuldet ist',
  'Kind of source': 'Art der Quelle',
  'Article or section': 'Artikel oder Abschnitt',
  'What it asks, in your own words': 'Was sie verlangt, in Ihren Worten',
  'How it is fulfilled': 'Wie sie erfüllt wird',
  'Source of that date': 'Quelle dieses Datums',
  'Your own, if you have one.': 'Ihre eigene, falls Sie eine haben.',
  'What it asks': 'Was sie verlangt',
  'Applies to': 'Gilt für',
  'Last review': 'Letzte Prüfung',
  'Record taken out': 'Nachweis herausgenommen',
  'Name a record by which it is fulfilled': 'Einen Nachweis nennen, der die Erfüllung zeigt',
  'Name a record': 'Nachweis nennen',
  'No document, evidence or task shows it yet.': 'Noch zeigt es kein Dokument, kein Nachweis und keine Aufgabe.',
  'Record named': 'Nachweis genannt',
  'Name it': 'Nennen',
  'A document, evidence, a task or a control.': 'Ein Dokument, ein Nachweis, eine Aufgabe oder eine Maßnahme.',
  'Applies later': 'Gilt später',
  'What laws, contracts, standards and your own commitments ask, and how each is fulfilled.':
    'Was Gesetze, Verträge, Normen und eigene Zusagen verlangen, und wie es erfüllt wird.',
  'Import a file': 'Datei importieren',
  'Search obligations': 'Pflichten suchen',
  'AI systems and the EU AI Act': 'KI-Systeme und die KI-Verordnung',
  'Enter what you are bound to, or answer the questions of the EU AI Act at an AI system.':
    'Tragen Sie ein, woran Sie gebunden sind, oder beantworten Sie bei einem KI-System die Fragen der KI-Verordnung.',
  'Not decided': 'Nicht entschieden',
  'Being fulfilled': 'Wird erfüllt',
  'Reviewed as fulfilled': 'Geprüft und erfüllt',
  Standard: 'Norm',
  'Own commitment': 'Eigene Zusage',
  'Outside of the Act': 'Außerhalb der Verordnung',
  'Points at a forbidden practice': 'Deutet auf eine verbotene Praxis',
  'High-risk': 'Hochrisiko',
  'Excepted from high-risk': 'Vom hohen Risiko ausgenommen',
  'Transparency duties': 'Transparenzpflichten',
  'No duties by risk': 'Keine Pflichten nach Risiko',
  'Provider of a general-purpose model': 'Anbieter eines Modells mit allgemeinem Verwendungszweck',
  'the roles confirmed for this system': 'den für dieses System bestätigten Rollen',
  'the last screening': 'dem letzten Screening',
  'its jurisdictions': 'seinen Rechtsräumen',
  'the day it was put into use': 'dem Tag der Inbetriebnahme',
  'Answer anew': 'Neu beantworten',
  'Answer the questions': 'Fragen beantworten',
  'Answer questions about its use and your part in it. What follows is shown with article, date and source.':
    'Beantworten Sie Fragen zur Verwendung und zu Ihrem Anteil. Was daraus folgt, steht mit Artikel, Datum und Quelle da.',
  'Answers confirmed': 'Antworten bestätigt',
  'A reading by rules in our own words, no legal advice. Only the Official Journal is authentic.':
    'Eine Lesart nach Regeln in unseren Worten, keine Rechtsberatung. Verbindlich ist nur das Amtsblatt.',
  'Look again: {because}': 'Noch einmal ansehen: {because}',
  'Read by earlier rules. Answer anew to read it by those of today.':
    'Nach früheren Regeln gelesen. Beantworten Sie neu, um nach den heutigen zu lesen.',
  'Answers still hold': 'Antworten gelten weiter',
  'Open the answers again': 'Antworten wieder öffnen',
  'They stay to be seen, and ask to be looked at again.':
    'Sie bleiben sichtbar und bitten darum, noch einmal angesehen zu werden.',
  'Answers opened': 'Antworten geöffnet',
  'Technical documentation (Annex IV)': 'Technische Dokumentation (Anhang IV)',
  'Registration data (Annex VIII)': 'Registrierungsdaten (Anhang VIII)',
  'Fundamental rights assessment (Art. 27)': 'Grundrechte-Folgenabschätzung (Art. 27)',
  'Documents that fill from the records of this system; what is missing is named.':
    'Dokumente, die sich aus den Daten dieses Systems füllen; was fehlt, ist benannt.',
  'you become its provider': 'Sie werden sein Anbieter',
  'Earlier answers': 'Frühere Antworten',
  'What is not settled about the Act': 'Was an der Verordnung nicht geklärt ist',
  'Offered, put into service or used in the Union': 'In der Union angeboten, in Betrieb genommen oder genutzt',
  'Run outside the Union, with output used in it': 'Außerhalb der Union betrieben, Ergebnisse in ihr genutzt',
  'Neither it nor its output reaches the Union': 'Weder es noch seine Ergebnisse erreichen die Union',
  'Only for military, defence or national security purposes': 'Nur für Militär, Verteidigung oder nationale Sicherheit',
  'Made only for scientific research and development': 'Nur für wissenschaftliche Forschung und Entwicklung gemacht',
  'Used by a person privately, outside any profession': 'Von einer Person privat genutzt, außerhalb jedes Berufs',
  'We develop it (or have it developed) and offer or use it under our name':
    'Wir entwickeln es (oder lassen es entwickeln) und bieten oder nutzen es unter unserem Namen',
  'We use it under our authority': 'Wir nutzen es in eigener Verantwortung',
  'We bring it onto the Union market under a name from outside the Union':
    'Wir bringen es unter einem Namen von außerhalb der Union auf deren Markt',
  'We make it available without being its provider or importer':
    'Wir stellen es bereit, ohne Anbieter oder Einführer zu sein',
  'We sell it within our own product under our name': 'Wir verkaufen es in unserem Produkt unter unserem Namen',
  'We represent its provider, who sits outside the Union, by written mandate':
    'Wir vertreten seinen Anbieter außerhalb der Union mit schriftlicher Vollmacht',
  'We put our name or trademark on a system of another':
    'Wir setzen unseren Namen oder unsere Marke auf ein fremdes System',
  'We modify a system of another substantially': 'Wir verändern ein fremdes System wesentlich',
  'We give a system of another a new purpose': 'Wir geben einem fremden System einen neuen Zweck',
  'Steers people covertly or deceptively so that serious harm is likely':
    'Lenkt Menschen verdeckt oder täuschend, sodass ernster Schaden droht',
  'Exploits age, disability or hardship so that serious harm is likely':
    'Nutzt Alter, Behinderung oder Not aus, sodass ernster Schaden droht',
  'Scores people by their social conduct, with unfair or unrelated disadvantage':
    'Bewertet Menschen nach sozialem Verhalten, mit ungerechten oder sachfremden Nachteilen',
  'Predicts that somebody will commit a crime from a profile or traits alone':
    'Sagt Straftaten allein aus Profil oder Eigenschaften voraus',
  'Builds face databases by collecting pictures without a target':
    'Baut Gesichtsdatenbanken durch wahlloses Sammeln von Bildern',
  'Infers emotions at work or in education, other than for health or safety':
    'Leitet Gefühle bei Arbeit oder Bildung ab, außer für Gesundheit oder Sicherheit',
  'Sorts people by biometrics to infer sensitive traits':
    'Ordnet Menschen biometrisch, um sensible Merkmale abzuleiten',
  'Identifies people from afar in public in real time for police work':
    'Identifiziert Menschen öffentlich aus der Ferne in Echtzeit für die Polizei',
  'Makes realistic intimate pictures of a person who did not consent':
    'Macht echt wirkende intime Bilder einer Person ohne deren Einwilligung',
  'Makes depictions of sexual abuse of children': 'Macht Darstellungen sexuellen Missbrauchs von Kindern',
  'Section A (machinery, toys, lifts, medical devices and others), with a third-party assessment':
    'Abschnitt A (Maschinen, Spielzeug, Aufzüge, Medizinprodukte und andere), mit Bewertung durch Dritte',
  'Section B (aviation, vehicles, marine equipment, rail and others)':
    'Abschnitt B (Luftfahrt, Fahrzeuge, Schiffsausrüstung, Bahn und andere)',
  'Identifies people from afar by biometrics': 'Identifiziert Menschen biometrisch aus der Ferne',
  'Sorts people by sensitive traits from biometrics': 'Ordnet Menschen biometrisch nach sensiblen Merkmalen',
  'Recognises emotions': 'Erkennt Gefühle',
  'Secures the running of critical infrastructure (digital, traffic, water, gas, heat, power)':
    'Sichert den Betrieb kritischer Infrastruktur (Digitales, Verkehr, Wasser, Gas, Wärme, Strom)',
  'Decides on admission to or placement in education': 'Entscheidet über Zugang oder Zuteilung zur Bildung',
  'Rates what people have learned': 'Bewertet, was Menschen gelernt haben',
  'Judges which level of education somebody can reach': 'Beurteilt, welches Bildungsniveau jemand erreichen kann',
  'Watches for cheating in tests': 'Überwacht Prüfungen auf Täuschung',
  'Recruits or selects people, job advertisements for chosen groups included':
    'Wirbt Menschen an oder wählt sie aus, gezielte Stellenanzeigen eingeschlossen',
  'Decides on terms, promotion, dismissal or tasks, or watches performance at work':
    'Entscheidet über Bedingungen, Beförderung, Kündigung oder Aufgaben oder überwacht Leistung',
  'Decides for authorities on public benefits and services': 'Entscheidet für Behörden über öffentliche Leistungen',
  'Rates the creditworthiness of persons (finding fraud is not meant)':
    'Bewertet die Kreditwürdigkeit von Personen (Betrugserkennung ist nicht gemeint)',
  'Assesses risk and price of life or health insurance of persons':
    'Schätzt Risiko und Preis von Lebens- oder Krankenversicherungen',
  'Sorts emergency calls, sends help, or triages patients': 'Ordnet Notrufe, entsendet Hilfe oder triagiert Patienten',
  'Assesses for the police who may become a victim': 'Schätzt für die Polizei ein, wer Opfer werden kann',
  'Serves the police as a polygraph or the like': 'Dient der Polizei als Lügendetektor oder Ähnliches',
  'Judges for the police how reliable evidence is': 'Beurteilt für die Polizei, wie verlässlich Beweise sind',
  'Assesses for the police the risk that somebody offends, not from profiles alone':
    'Schätzt für die Polizei das Risiko von Straftaten, nicht allein aus Profilen',
  'Profiles persons in the course of investigations': 'Erstellt Profile im Zuge von Ermittlungen',
  'Serves as a polygraph or the like in migration and asylum':
    'Dient bei Migration und Asyl als Lügendetektor oder Ähnliches',
  'Assesses risks of people who enter or want to enter': 'Schätzt Risiken von Einreisenden ein',
  'Helps to examine asylum, visa or residence applications': 'Hilft, Anträge auf Asyl, Visum oder Aufenthalt zu prüfen',
  'Detects or identifies persons in migration, other than checking travel documents':
    'Erkennt oder identifiziert Personen bei Migration, außer beim Prüfen von Reisedokumenten',
  'Helps courts or dispute bodies to find facts and law':
    'Hilft Gerichten oder Schlichtungsstellen, Sachverhalt und Recht zu ermitteln',
  'Is meant to influence an election or how people vote': 'Soll eine Wahl oder das Wahlverhalten beeinflussen',
  'It does only a narrow procedural task': 'Es erledigt nur eine eng begrenzte Verfahrensaufgabe',
  'It improves the result of finished human work': 'Es verbessert das Ergebnis fertiger menschlicher Arbeit',
  'It finds deviations from earlier decisions and does not replace human judgement':
    'Es findet Abweichungen von früheren Entscheidungen und ersetzt kein menschliches Urteil',
  'It only prepares an assessment': 'Es bereitet eine Beurteilung nur vor',
  'Yes, it evaluates aspects of persons by automated means': 'Ja, es bewertet Aspekte von Personen automatisiert',
  'People deal with it directly': 'Menschen haben direkt mit ihm zu tun',
  'It generates sound, pictures, video or text': 'Es erzeugt Ton, Bilder, Video oder Text',
  'It recognises emotions or sorts people by biometrics': 'Es erkennt Gefühle oder ordnet Menschen biometrisch',
  'It makes or changes content that looks like real persons or events':
    'Es macht oder ändert Inhalte, die wie echte Personen oder Ereignisse wirken',
  'Its texts inform the public on matters of public interest':
    'Seine Texte informieren die Öffentlichkeit über Fragen von öffentlichem Interesse',
  'To everybody it is obvious that they deal with AI': 'Für alle ist offensichtlich, dass sie es mit KI zu tun haben',
  'It only helps with ordinary editing or hardly changes the input':
    'Es hilft nur beim üblichen Bearbeiten oder ändert die Eingabe kaum',
  'A human reviews the texts and somebody answers for them as editor':
    'Ein Mensch prüft die Texte und jemand verantwortet sie redaktionell',
  'A law permits it to detect or prosecute crimes':
    'Ein Gesetz erlaubt es zur Aufdeckung oder Verfolgung von Straftaten',
  'No, we build on or use models of others, or none': 'Nein, wir nutzen fremde Modelle oder keine',
  'Yes, a model for general purposes': 'Ja, ein Modell mit allgemeinem Verwendungszweck',
  'Yes, one with systemic risk (presumed above 10^25 FLOP of training)':
    'Ja, eines mit systemischem Risiko (vermutet ab 10^25 FLOP Training)',
  'No output of it reaches the Union and nobody there offers or uses it.':
    'Kein Ergebnis erreicht die Union, und niemand bietet oder nutzt es dort.',
  'It is offered, put into service or used in the Union.':
    'Es wird in der Union angeboten, in Betrieb genommen oder genutzt.',
  'It runs outside the Union, but its output is used there.':
    'Es läuft außerhalb der Union, aber seine Ergebnisse werden dort genutzt.',
  'It is, or secures, a product of Annex I, section A that needs a third-party assessment.':
    'Es ist oder sichert ein Produkt nach Anhang I Abschnitt A, das eine Bewertung durch Dritte braucht.',
  'It is, or secures, a product of Annex I, section B: the rules of that sector take the requirements over.':
    'Es ist oder sichert ein Produkt nach Anhang I Abschnitt B: die Regeln der Branche übernehmen die Anforderungen.',
  'It profiles persons, and profiling is never excepted.':
    'Es erstellt Profile von Personen, und Profiling ist nie ausgenommen.',
  'Whether it profiles persons is not known; until it is, no exception counts.':
    'Ob es Profile erstellt, ist nicht bekannt; bis dahin zählt keine Ausnahme.',
  'No condition of an exception holds.': 'Keine Bedingung einer Ausnahme trifft zu.',
  'It is no product of Annex I and has no use of Annex III.':
    'Es ist kein Produkt nach Anhang I und hat keine Verwendung nach Anhang III.',
  'The view that it is not high-risk has to be written down first, and the system registered.':
    'Die Ansicht, dass es kein Hochrisiko ist, muss zuerst aufgeschrieben und das System registriert werden.',
  'A person decided the class, with a reason; the answers alone lead elsewhere.':
    'Eine Person hat die Einstufung mit Grund entschieden; die Antworten allein führen anderswohin.',
  'It is developed here, or for us, and goes onto the market or into service under our name.':
    'Es wird hier oder für uns entwickelt und kommt unter unserem Namen in Verkehr oder Betrieb.',
  'It is used under our authority, other than privately.': 'Es wird in unserer Verantwortung genutzt, nicht privat.',
  'We bring a system under a name from outside the Union onto its market.':
    'Wir bringen ein System unter einem Namen von außerhalb der Union auf deren Markt.',
  'We make a system of another available without being its provider or importer.':
    'Wir stellen ein fremdes System bereit, ohne Anbieter oder Einführer zu sein.',
  'We hold the written mandate of a provider outside the Union.':
    'Wir haben die schriftliche Vollmacht eines Anbieters außerhalb der Union.',
  'It goes onto the market together with our product under our name.':
    'Es kommt mit unserem Produkt unter unserem Namen auf den Markt.',
  'The maker of a product of Annex I, section A counts as provider of its high-risk safety component.':
    'Der Hersteller eines Produkts nach Anhang I Abschnitt A gilt als Anbieter seines Hochrisiko-Sicherheitsbauteils.',
  'Putting our name on a high-risk system makes us its provider.':
    'Unser Name auf einem Hochrisiko-System macht uns zu seinem Anbieter.',
  'A substantial modification of a system that stays high-risk makes us its provider.':
    'Eine wesentliche Veränderung eines Systems, das Hochrisiko bleibt, macht uns zu seinem Anbieter.',
  'A changed purpose that makes the system high-risk makes us its provider.':
    'Ein geänderter Zweck, der das System zum Hochrisiko macht, macht uns zu seinem Anbieter.',
  'We place a model for general purposes on the market, apart from any system built on it.':
    'Wir bringen ein Modell mit allgemeinem Verwendungszweck in Verkehr, unabhängig von Systemen darauf.',
  'By these answers the organization holds no role of the Act for this system.':
    'Nach diesen Antworten hat die Organisation für dieses System keine Rolle der Verordnung.',
  'This is a reading by rules in our own words, no legal advice.':
    'Das ist eine Lesart nach Regeln in unseren Worten, keine Rechtsberatung.',
  'It was on the market or in service before that day: the duty begins once its design changes significantly.':
    'Es war vor diesem Tag in Verkehr oder Betrieb: die Pflicht beginnt, sobald sich seine Gestaltung wesentlich ändert.',
  'Regulation (EU) 2024/1689': 'Verordnung (EU) 2024/1689',
  'Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744; not checked against the Official Journal':
    'Verordnung (EU) 2024/1689, geändert durch Verordnung (EU) 2026/1744; nicht gegen das Amtsblatt geprüft',
  'It gets a use of Annex III, such as recruiting or credit rating':
    'Es bekommt eine Verwendung nach Anhang III, etwa Personalauswahl oder Kreditbewertung',
  'None of the uses of Annex III applies any more': 'Keine Verwendung nach Anhang III trifft mehr zu',
  'It becomes a safety component of a product of Annex I, section A':
    'Es wird Sicherheitsbauteil eines Produkts nach Anhang I Abschnitt A',
  'It profiles persons': 'Es erstellt Profile von Personen',
  'It profiles no person': 'Es erstellt keine Profile',
  'A condition of Art. 6(3) holds': 'Eine Bedingung von Art. 6 Abs. 3 trifft zu',
  'No condition of Art. 6(3) holds any more': 'Keine Bedingung von Art. 6 Abs. 3 trifft mehr zu',
  'It serves a practice of Art. 5': 'Es dient einer Praxis von Art. 5',
  'The forbidden practice ends': 'Die verbotene Praxis endet',
  'We put our name on it': 'Wir setzen unseren Namen darauf',
  'We modify it substantially': 'Wir verändern es wesentlich',
  'It or its output reaches the Union': 'Es oder seine Ergebnisse erreichen die Union',
  'Neither it nor its output reaches the Union any more': 'Weder es noch seine Ergebnisse erreichen mehr die Union',
  'The supplier of the system changed.': 'Das System hat einen anderen Lieferanten.',
  'The purpose of the system changed.': 'Der Zweck des Systems hat sich geändert.',
  'Where the system comes from changed.': 'Die Herkunft des Systems hat sich geändert.',
  'The system is now fine-tuned by us.': 'Wir trainieren das System nun nach.',
  'How far the system decides about individuals changed.':
    'Wie weit das System über Personen entscheidet, hat sich geändert.',
  'The system decides about individuals or helps to.': 'Das System entscheidet über Personen oder hilft dabei.',
  'The system was put into use.': 'Das System wurde in Betrieb genommen.',
  'The system was put back into use.': 'Das System wurde wieder in Betrieb genommen.',
  'Development of the system started.': 'Die Entwicklung des Systems begann.',
  'AI literacy': 'KI-Kompetenz',
  'Prohibited practices': 'Verbotene Praktiken',
  'Deployer duties': 'Pflichten der Betreiber',
  'Fundamental rights impact assessment': 'Grundrechte-Folgenabschätzung',
  'Right to explanation': 'Recht auf Erläuterung',
  'Serious incident reporting': 'Meldung schwerwiegender Vorfälle',
  Registration: 'Registrierung',
  'Risk management system': 'Risikomanagementsystem',
  'Data and data governance': 'Daten und Daten-Governance',
  'Technical documentation': 'Technische Dokumentation',
  'Quality management system': 'Qualitätsmanagementsystem',
  'Conformity assessment': 'Konformitätsbewertung',
  'How to inform': 'Wie zu informieren ist',
  'Tell people they deal with AI': 'Menschen sagen, dass sie es mit KI zu tun haben',
  'Mark synthetic content': 'Künstliche Inhalte kennzeichnen',
  'Post-market monitoring': 'Beobachtung nach dem Inverkehrbringen',
  'Applies to us': 'Gilt für uns',
  'Review it': 'Überprüfen',
  'What was answered, question by question': 'Was geantwortet wurde, Frage für Frage',
  'Answer this.': 'Beantworten Sie das.',
  'Read each of them. That none holds is an answer too.':
    'Lesen Sie jede davon. Auch dass keine zutrifft, ist eine Antwort.',
  'One is enough. Whoever uses it writes the assessment down first, and registers.':
    'Eine genügt. Wer sich darauf beruft, hält die Bewertung vorher schriftlich fest und registriert.',
  'Not yet': 'Noch nicht',
  Loading: 'Wird geladen',
  'last subparagraph': 'letzter Unterabsatz',
  Annex: 'Anhang',
  Chapter: 'Kapitel',
  section: 'Abschnitt',
  point: 'Nummer',
  'In force, not shown as fulfilled': 'In Kraft, Erfüllung nicht gezeigt',
  'AI system taken out': 'KI-System herausgenommen',
  'Add an AI system that it applies to': 'KI-System hinzufügen, für das sie gilt',
  'Add an AI system': 'KI-System hinzufügen',
  'It applies to the organisation as a whole.': 'Sie gilt für die Organisation als Ganze.',
  'Take out {name}': '{name} herausnehmen',
  'AI system added': 'KI-System hinzugefügt',
  'Add it': 'Hinzufügen',
  'Empty: the organisation as a whole. More can be added afterwards.':
    'Leer: die Organisation als Ganze. Weitere können danach hinzukommen.',
}
