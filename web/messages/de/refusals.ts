/** Why the server refuses something, and what to do: it says so in English, and the page in the reader's language. */
export default {
  'Only the sample organization can be removed. The records of any other stay.':
    'Nur die Beispielorganisation kann entfernt werden. Die Aufzeichnungen jeder anderen bleiben.',
  'Send the file as multipart/form-data, in a part with a file name.':
    'Senden Sie die Datei als multipart/form-data, in einem Teil mit Dateinamen.',
  'This file is empty. Choose another one.': 'Diese Datei ist leer. Wählen Sie eine andere.',
  'This file is larger than this Assay takes. Split it, or have ASSAY_UPLOAD_LIMIT raised.':
    'Diese Datei ist größer, als dieses Assay annimmt. Teilen Sie sie, oder lassen Sie ASSAY_UPLOAD_LIMIT erhöhen.',
  'Files of this kind are not kept. Send a PDF, an image, an office document, a text (TXT, MD, CSV, JSON, YAML) or a ZIP.':
    'Dateien dieser Art werden nicht aufbewahrt. Senden Sie ein PDF, ein Bild, ein Office-Dokument, einen Text (TXT, MD, CSV, JSON, YAML) oder ein ZIP.',
  'Web pages, SVG and XML are not kept, since they can carry scripts. Save the page as a PDF and send that.':
    'Webseiten, SVG und XML werden nicht aufbewahrt, weil sie Skripte enthalten können. Speichern Sie die Seite als PDF und senden Sie das.',
  'Office files with macros are not kept. Save the file without macros and send that.':
    'Office-Dateien mit Makros werden nicht aufbewahrt. Speichern Sie die Datei ohne Makros und senden Sie diese.',
  'There is no such record here. It may have been removed, or you may be in another organization.':
    'Diesen Eintrag gibt es hier nicht. Vielleicht wurde er entfernt, oder Sie sind in einer anderen Organisation.',
  'Somebody changed this record since you opened it. Look at the current version and decide again.':
    'Jemand hat diesen Eintrag geändert, seit Sie ihn geöffnet haben. Sehen Sie sich den jetzigen Stand an und entscheiden Sie neu.',
  'Your role does not allow this. Ask an owner or the AIMS manager of your organization.':
    'Ihre Rolle erlaubt das nicht. Fragen Sie eine Eigentümerin, einen Eigentümer oder die AIMS-Leitung Ihrer Organisation.',
  'This work has ended and cannot be called off any more. Look at its result.':
    'Diese Arbeit ist beendet und kann nicht mehr abgebrochen werden. Sehen Sie sich das Ergebnis an.',
  'Something this refers to does not exist here. Correct the fields named below.':
    'Etwas, worauf sich das bezieht, gibt es hier nicht. Berichtigen Sie die unten genannten Felder.',
  'Another record of this kind carries this inventory number. Open that one, or choose another.':
    'Ein anderer Eintrag dieser Art trägt diese Inventarnummer. Öffnen Sie ihn, oder wählen Sie eine andere.',
  'The kind of a record never changes. Register another one and retire this one.':
    'Die Art eines Eintrags ändert sich nie. Erfassen Sie einen neuen und legen Sie diesen still.',
  'The data cannot end before they begin. Correct the period of collection.':
    'Die Daten können nicht enden, bevor sie beginnen. Berichtigen Sie den Zeitraum der Erhebung.',
  'This day lies in the future. Say when it happened, at the latest today.':
    'Dieser Tag liegt in der Zukunft. Sagen Sie, wann es geschah, spätestens heute.',
  'This is retired. Reinstate it first.': 'Das ist stillgelegt. Setzen Sie es zuerst wieder ein.',
  'This is not retired.': 'Das ist nicht stillgelegt.',
  'There is a version with this label already. Choose another label.':
    'Eine Version mit dieser Bezeichnung gibt es schon. Wählen Sie eine andere.',
  'This version is in that state already.': 'Diese Version ist schon in diesem Zustand.',
  'This relation cannot join these two. Choose another relation.':
    'Diese Beziehung kann die beiden nicht verbinden. Wählen Sie eine andere.',
  'This would in the end depend on itself. Look at the lineage and take another link out first.':
    'Das würde am Ende auf sich selbst beruhen. Sehen Sie sich die Abhängigkeiten an und nehmen Sie zuerst eine andere heraus.',
  'These two are linked by this relation already.': 'Die beiden sind durch diese Beziehung schon verbunden.',
  'Another AI system carries this inventory number. Open that one, or choose another number.':
    'Ein anderes KI-System trägt diese Inventarnummer. Öffnen Sie es, oder wählen Sie eine andere Nummer.',
  'This day lies before the step that came last. Say a day on or after it.':
    'Dieser Tag liegt vor dem letzten Schritt. Nennen Sie denselben oder einen späteren Tag.',
  'An AI system in this state cannot take this step. Look at its state and choose another step.':
    'In diesem Zustand kann ein KI-System diesen Schritt nicht gehen. Sehen Sie sich den Zustand an und wählen Sie einen anderen Schritt.',
  'This was reported by an employee and nobody took it up yet. Accept the report first.':
    'Das hat jemand aus der Belegschaft gemeldet, und noch hat es niemand aufgenommen. Nehmen Sie zuerst die Meldung an.',
  'This report was answered already. Open the AI system to see how.':
    'Diese Meldung ist schon beantwortet. Öffnen Sie das KI-System, um zu sehen, wie.',
  'Something is missing that this step needs. Fill in the fields named below.':
    'Für diesen Schritt fehlt etwas. Füllen Sie die unten genannten Felder.',
  'An approved decision stands against operation; it is named below. Have a new assessment approved, then try again.':
    'Eine genehmigte Entscheidung steht dem Betrieb entgegen; sie ist unten genannt. Lassen Sie eine neue Abschätzung genehmigen und versuchen Sie es dann erneut.',
  'This AI system is approved already.': 'Dieses KI-System ist schon freigegeben.',
  'Nobody approved this AI system yet. Have it approved first.':
    'Noch hat niemand dieses KI-System freigegeben. Lassen Sie es zuerst freigeben.',
  'There is no earlier step to go back to. Suspend or retire the AI system instead.':
    'Es gibt keinen früheren Schritt, zu dem man zurückkann. Setzen Sie das KI-System stattdessen aus oder legen Sie es still.',
  'Impact assessments are written and approved by named people. Sign in as one.':
    'Folgenabschätzungen schreiben und genehmigen namentlich bekannte Personen. Melden Sie sich als eine an.',
  'This AI system is retired or was dismissed. Assess one that is planned or in use.':
    'Dieses KI-System ist stillgelegt oder wurde abgelehnt. Schätzen Sie eines ab, das geplant oder im Einsatz ist.',
  'An assessment of this AI system is being written already. Finish or withdraw that one first.':
    'Für dieses KI-System wird schon eine Abschätzung geschrieben. Beenden Sie diese oder ziehen Sie sie zuerst zurück.',
  'This assessment is in another state by now. Look at it again; an approved one is followed by a new edition.':
    'Diese Abschätzung ist inzwischen in einem anderen Zustand. Sehen Sie sie sich erneut an; auf eine genehmigte folgt eine neue Ausgabe.',
  'Something is still to be answered. Fill in the fields named below.':
    'Etwas ist noch zu beantworten. Füllen Sie die unten genannten Felder.',
  'You wrote on this assessment. Ask one of the people named below to approve it.':
    'Sie haben an dieser Abschätzung geschrieben. Bitten Sie eine der unten genannten Personen um die Genehmigung.',
  'You wrote on this assessment, and nobody else here may approve it. Invite an approver under Settings · People, then ask them.':
    'Sie haben an dieser Abschätzung geschrieben, und niemand sonst darf sie genehmigen. Laden Sie unter Einstellungen · Personen jemanden ein und bitten Sie dann darum.',
  'It is named here already.': 'Das ist hier schon genannt.',
  'It is not named here, so there is nothing to take out.':
    'Das ist hier nicht genannt; es gibt nichts herauszunehmen.',
  'This assessment is open for the same reason already. Begin the next edition, or confirm it.':
    'Diese Abschätzung ist aus demselben Grund schon offen. Beginnen Sie die nächste Ausgabe, oder bestätigen Sie sie.',
  'There is no such register, so there is no sample of it. Look at the list of registers.':
    'Dieses Register gibt es nicht, also auch keine Vorlage dafür. Sehen Sie in der Liste der Register nach.',
  'There is no such register to import into. Look at the list of registers.':
    'Ein solches Register für den Import gibt es nicht. Sehen Sie in der Liste der Register nach.',
  'This file cannot be taken in. The reason stands below.':
    'Diese Datei kann nicht aufgenommen werden. Der Grund steht unten.',
  'The columns are not mapped as the register needs them. Correct what is named below.':
    'Die Spalten sind nicht so zugeordnet, wie das Register sie braucht. Berichtigen Sie, was unten genannt ist.',
  'This import was committed or discarded before. Send the file again to start anew.':
    'Dieser Import wurde schon übernommen oder verworfen. Senden Sie die Datei erneut, um neu zu beginnen.',
  'Check the rows first, and wait for what is under way.':
    'Prüfen Sie zuerst die Zeilen, und warten Sie ab, was gerade läuft.',
  'Some rows cannot be committed. Correct them, or commit the good rows alone.':
    'Einige Zeilen können nicht übernommen werden. Berichtigen Sie sie, oder übernehmen Sie nur die guten.',
  'Only a committed import can be undone.': 'Nur ein übernommener Import kann rückgängig gemacht werden.',
  'Something it refers to does not exist here. Correct the fields named below.':
    'Etwas, worauf sie sich bezieht, gibt es hier nicht. Berichtigen Sie die unten genannten Felder.',
  'Another obligation has this number. Choose another.':
    'Eine andere Pflicht hat diese Nummer. Wählen Sie eine andere.',
  'This step does not fit its state. Look at it again; it may have been moved meanwhile.':
    'Dieser Schritt passt nicht zum Zustand. Sehen Sie erneut nach; vielleicht hat ihn inzwischen jemand geändert.',
  'Nobody answers for it yet. Name an owner first.': 'Noch ist niemand verantwortlich. Benennen Sie zuerst jemanden.',
  'Say how it is fulfilled, or name a record by which it is, first.':
    'Sagen Sie zuerst, wie sie erfüllt wird, oder nennen Sie einen Nachweis dafür.',
  'No record shows that it is fulfilled. Name a document, evidence or task first.':
    'Kein Nachweis zeigt, dass sie erfüllt ist. Nennen Sie zuerst ein Dokument, einen Nachweis oder eine Aufgabe.',
  'The next review has to lie ahead. Choose a later day.':
    'Die nächste Überprüfung muss in der Zukunft liegen. Wählen Sie einen späteren Tag.',
  'It is fulfilled by this record already.': 'Dieser Nachweis ist für die Pflicht schon genannt.',
  'It is not fulfilled by this record.': 'Dieser Nachweis ist für die Pflicht nicht genannt.',
  'This is the last record that shows it is fulfilled. Name another first.':
    'Das ist der letzte Nachweis dafür, dass sie erfüllt ist. Nennen Sie zuerst einen anderen.',
  'Somebody worked on this obligation since. Withdraw it with a reason instead.':
    'Jemand hat seither an dieser Pflicht gearbeitet. Ziehen Sie sie stattdessen mit einem Grund zurück.',
  'The questions about this system are not answered yet. Answer them first.':
    'Die Fragen zu diesem System sind noch nicht beantwortet. Beantworten Sie sie zuerst.',
  'The answers are open already. Answer again, or confirm that they still hold.':
    'Die Antworten sind schon offen. Antworten Sie neu, oder bestätigen Sie, dass sie noch gelten.',
  'The answers are not open. There is nothing to confirm.':
    'Die Antworten sind nicht offen. Es gibt nichts zu bestätigen.',
  'This duty does not follow from the answers. Choose one of those listed.':
    'Diese Pflicht folgt nicht aus den Antworten. Wählen Sie eine der genannten.',
  'Nothing is decided here that could be taken back.': 'Hier ist nichts entschieden, was zurückgenommen werden könnte.',
  'These duties stand in the register already.': 'Diese Pflichten stehen schon im Register.',
  'Somebody worked on one of these obligations since. Withdraw it with a reason instead.':
    'Jemand hat seither an einer dieser Pflichten gearbeitet. Ziehen Sie sie stattdessen mit einem Grund zurück.',
  'This requirement is not taken on. Take it on first, then it can stand in a register.':
    'Diese Anforderung ist nicht übernommen. Übernehmen Sie sie zuerst, dann kann sie in einem Register stehen.',
  'This party is withdrawn, so nothing of what it requires is carried over. Restore it first.':
    'Diese Partei ist zurückgezogen, also wird nichts von ihren Anforderungen übertragen. Stellen Sie sie zuerst wieder her.',
  'This requirement was carried over into this register already. Open what stands there.':
    'Diese Anforderung wurde schon in dieses Register übertragen. Öffnen Sie, was dort steht.',
  'This was withdrawn before. Restore it first.': 'Das wurde schon zurückgezogen. Stellen Sie es zuerst wieder her.',
  'This is current; there is nothing to restore.': 'Das ist aktuell; es gibt nichts wiederherzustellen.',
  'This requirement stands in a register, so it is taken on. Take it out of there first, then decide otherwise.':
    'Diese Anforderung steht in einem Register, also ist sie übernommen. Nehmen Sie sie zuerst dort heraus und entscheiden Sie dann anders.',
  'A review is a person’s act. Sign in to record it.':
    'Eine Überprüfung ist Sache einer Person. Melden Sie sich an, um sie zu erfassen.',
  'A reason is missing or says nothing. Write it in the field named below.':
    'Ein Grund fehlt oder sagt nichts. Schreiben Sie ihn in das unten genannte Feld.',
  'This activity is in the list already. Decide on that one.':
    'Diese Tätigkeit steht schon in der Liste. Entscheiden Sie über jene.',
  'A version of the scope statement waits for its approval. Approve it, or take it back, before you compose the next one.':
    'Eine Version des Anwendungsbereichs wartet auf ihre Genehmigung. Genehmigen Sie sie, oder nehmen Sie sie zurück, bevor Sie die nächste verfassen.',
  'It is in this state already.': 'Das ist schon in diesem Zustand.',
  'Some questions are still open. Answer those named below.':
    'Einige Fragen sind noch offen. Beantworten Sie die unten genannten.',
  'Some answers contradict each other. Look at both and correct one.':
    'Einige Antworten widersprechen einander. Sehen Sie sich beide an und berichtigen Sie eine.',
  'This was reported before.': 'Das wurde schon gemeldet.',
  'This trigger was answered or dismissed before.': 'Dieser Auslöser wurde schon beantwortet oder verworfen.',
  'This trigger was not dismissed.': 'Dieser Auslöser wurde nicht verworfen.',
  'Plans are written and approved by named people. Sign in as one; a key can push runs, not decide on them.':
    'Pläne schreiben und genehmigen namentlich bekannte Personen. Melden Sie sich als eine an; ein Schlüssel kann Messungen einreichen, aber nicht entscheiden.',
  'The engine would not take this definition. Correct the fields named below.':
    'Die Messung würde diese Definition nicht annehmen. Berichtigen Sie die unten genannten Felder.',
  'Something named here does not exist. Correct the fields named below.':
    'Etwas hier Genanntes gibt es nicht. Berichtigen Sie die unten genannten Felder.',
  'This plan is in another state by now. Look at it again; an approved plan gets a new edition.':
    'Dieser Plan ist inzwischen in einem anderen Zustand. Sehen Sie erneut nach; ein genehmigter Plan bekommt eine neue Ausgabe.',
  'A next edition of this plan is a draft already. Edit, approve or withdraw that one first.':
    'Eine nächste Ausgabe dieses Plans ist schon Entwurf. Bearbeiten, genehmigen oder ziehen Sie zuerst jene zurück.',
  'Another edition of this plan was approved meanwhile. Begin a new edition from that one.':
    'Inzwischen wurde eine andere Ausgabe dieses Plans genehmigt. Beginnen Sie eine neue Ausgabe von dieser aus.',
  'You wrote on this plan. Ask one of the people named below to approve it.':
    'Sie haben an diesem Plan geschrieben. Bitten Sie eine der unten genannten Personen um die Genehmigung.',
  'You wrote on this plan, and nobody else here may approve it. Invite an approver under Settings · People, then ask them.':
    'Sie haben an diesem Plan geschrieben, und niemand sonst darf ihn genehmigen. Laden Sie unter Einstellungen · Personen jemanden ein und bitten Sie dann darum.',
  'Drift is measured against a reference. Upload its file and name it in the plan first.':
    'Drift wird gegen eine Referenz gemessen. Laden Sie deren Datei hoch und nennen Sie sie zuerst im Plan.',
  'This plan sets no limit, so nothing could pass or fail. Set at least one before approval.':
    'Dieser Plan setzt keine Grenze, also könnte nichts bestehen oder scheitern. Setzen Sie vor der Genehmigung mindestens eine.',
  'Only data quality and fairness take a second file. Leave it out.':
    'Nur Datenqualität und Fairness nehmen eine zweite Datei. Lassen Sie sie weg.',
  'This plan looks for rows that a training and a test file have in common. Name the second file too (test or testPath).':
    'Dieser Plan sucht Zeilen, die eine Trainings- und eine Testdatei gemeinsam haben. Nennen Sie auch die zweite Datei (test oder testPath).',
  'The engine does not read this definition any more. Draft the next edition of the plan.':
    'Die Messung liest diese Definition nicht mehr. Entwerfen Sie die nächste Ausgabe des Plans.',
  'Only drift is measured against a reference that can be frozen.':
    'Nur Drift wird gegen eine Referenz gemessen, die eingefroren werden kann.',
  'This reference is frozen already, and the plan still asks for the same of it.':
    'Diese Referenz ist schon eingefroren, und der Plan verlangt noch dasselbe von ihr.',
  'What the plan counts was changed after its reference was frozen. Freeze the reference again, so that it fits.':
    'Was der Plan zählt, wurde geändert, nachdem seine Referenz eingefroren war. Frieren Sie die Referenz erneut ein, damit sie passt.',
  'Only frozen references are handed out: other files may hold rows about people.':
    'Herausgegeben werden nur eingefrorene Referenzen: Andere Dateien können Zeilen über Menschen enthalten.',
  'This plan does not hold any more. Run the edition that does, or reinstate it.':
    'Dieser Plan gilt nicht mehr. Messen Sie mit der Ausgabe, die gilt, oder setzen Sie ihn wieder ein.',
  'Files are measured in place only where the operator named a folder in ASSAY_MEASURE_FOLDER. Upload the file instead.':
    'An Ort und Stelle wird nur gemessen, wo der Betreiber in ASSAY_MEASURE_FOLDER einen Ordner genannt hat. Laden Sie die Datei stattdessen hoch.',
  'There is no such file in the folder of the operator. Give its path within that folder.':
    'Im Ordner des Betreibers gibt es diese Datei nicht. Geben Sie ihren Pfad innerhalb dieses Ordners an.',
  'A plan that compares two files cannot look at one by itself. Run it by hand, or by a script through the API.':
    'Ein Plan, der zwei Dateien vergleicht, kann nicht von selbst nach einer sehen. Starten Sie ihn von Hand oder mit einem Skript über die API.',
  'This plan looks at no file by itself, so there is nothing to stop.':
    'Dieser Plan sieht von selbst nach keiner Datei; es gibt nichts zu beenden.',
  'No approved plan here has this definition. Name the plan, or the AI system (subject) for which one is to be drafted.':
    'Kein genehmigter Plan hat diese Definition. Nennen Sie den Plan, oder das KI-System (subject), für das einer entworfen werden soll.',
  'This run measures something else than the plan. Name the plan it was run under.':
    'Diese Messung misst etwas anderes als der Plan. Nennen Sie den Plan, nach dem sie lief.',
  'These two runs measure different things, so their numbers cannot stand beside each other. Choose two runs of one plan.':
    'Diese beiden Messungen messen Verschiedenes; ihre Zahlen können nicht nebeneinander stehen. Wählen Sie zwei Messungen eines Plans.',
  'This day lies in the future. Say when it was measured.':
    'Dieser Tag liegt in der Zukunft. Sagen Sie, wann gemessen wurde.',
  'This run is not finished, so there is nothing to compare with yet.':
    'Diese Messung ist nicht fertig; noch gibt es nichts zu vergleichen.',
  'The data of this run never came here, so this server cannot compute it again. Run it again where the data is.':
    'Die Daten dieser Messung kamen nie hierher, also kann dieser Server sie nicht nachrechnen. Messen Sie dort erneut, wo die Daten sind.',
  'The content of this file was removed; its hash and results stay. Upload the same file again to compute with it.':
    'Der Inhalt dieser Datei wurde entfernt; Hash und Ergebnisse bleiben. Laden Sie dieselbe Datei erneut hoch, um mit ihr zu rechnen.',
  'The content of the reference file was removed. Upload the same file again under the same name, then run the plan.':
    'Der Inhalt der Referenzdatei wurde entfernt. Laden Sie dieselbe Datei unter demselben Namen erneut hoch und starten Sie dann den Plan.',
  'Files of more than 256 MB are not sent to be looked at. Write the names of its columns by hand; measuring it says which there are.':
    'Dateien über 256 MB werden nicht zum Ansehen gesendet. Schreiben Sie die Namen der Spalten von Hand; die Messung sagt, welche es gibt.',
  'This file cannot be read as a table. Correct what is named below.':
    'Diese Datei kann nicht als Tabelle gelesen werden. Berichtigen Sie, was unten genannt ist.',
  'A run of this file is going on. Wait until it has ended or call it off, then remove it.':
    'Mit dieser Datei läuft gerade eine Messung. Warten Sie auf ihr Ende, oder brechen Sie sie ab, und entfernen Sie die Datei dann.',
  'This run has no record yet. Wait until it is finished.':
    'Diese Messung hat noch keine Aufzeichnung. Warten Sie, bis sie fertig ist.',
  'The log has no such tile. Ask for /api/v1/log/checkpoint first: its size says which there are.':
    'Das Protokoll hat diese Kachel nicht. Fragen Sie zuerst /api/v1/log/checkpoint ab: Die Größe sagt, welche es gibt.',
  'No checkpoint has been signed yet. Try again in a second.':
    'Noch ist kein Prüfpunkt unterschrieben. Versuchen Sie es in einer Sekunde erneut.',
  'The log of your organization has no such entry.': 'Das Protokoll Ihrer Organisation hat diesen Eintrag nicht.',
  'This entry is not under a signed checkpoint yet. Try again in a second; if it stays so, look at the log.':
    'Dieser Eintrag steht noch unter keinem unterschriebenen Prüfpunkt. Versuchen Sie es in einer Sekunde erneut; bleibt es so, sehen Sie im Protokoll nach.',
  'Nothing was changed, since some of these cannot be. They are named below; leave them out, or change those that can be.':
    'Nichts wurde geändert, denn einige davon lassen sich nicht ändern. Sie sind unten genannt; lassen Sie sie weg, oder ändern Sie die übrigen.',
  'None of these rows would change. Choose others, or another change.':
    'Keine dieser Zeilen würde sich ändern. Wählen Sie andere, oder eine andere Änderung.',
  'This change says more than one entry of the log holds. Choose fewer rows.':
    'Diese Änderung sagt mehr, als ein Eintrag des Protokolls fasst. Wählen Sie weniger Zeilen.',
  'This change was undone already.': 'Diese Änderung wurde schon rückgängig gemacht.',
  'This change is still under way. Wait for its end, or call it off first.':
    'Diese Änderung läuft noch. Warten Sie auf ihr Ende, oder brechen Sie sie zuerst ab.',
  'Nothing was undone: every row was changed since, or its room refuses. They are named below.':
    'Nichts wurde rückgängig gemacht: Jede Zeile wurde seither geändert oder verweigert es. Sie sind unten genannt.',
  'Comments are made by people. Sign in as one; a key can read them.':
    'Kommentare schreiben Personen. Melden Sie sich als eine an; ein Schlüssel kann sie lesen.',
  'People, invitations and keys are not commented on. Comment on the record that you work on.':
    'Personen, Einladungen und Schlüssel werden nicht kommentiert. Kommentieren Sie den Eintrag, an dem Sie arbeiten.',
  'Somebody cannot be mentioned here. What is wrong stands below.':
    'Jemand kann hier nicht erwähnt werden. Was nicht geht, steht unten.',
  'Somebody else said this. Answer it instead.': 'Das hat jemand anderes gesagt. Antworten Sie stattdessen darauf.',
  'This comment was taken back. Say something new instead.':
    'Dieser Kommentar wurde zurückgenommen. Schreiben Sie stattdessen einen neuen.',
  'The text of this comment was erased before; nothing is left of it.':
    'Der Text dieses Kommentars wurde schon gelöscht; nichts ist davon übrig.',
  'This is an answer. A thread is settled at the comment that began it.':
    'Das ist eine Antwort. Ein Gespräch wird bei dem Kommentar erledigt, mit dem es begann.',
  'This thread is settled. Open it again to answer.':
    'Dieses Gespräch ist erledigt. Öffnen Sie es wieder, um zu antworten.',
  'This thread is settled already.': 'Dieses Gespräch ist schon erledigt.',
  'This thread is open already.': 'Dieses Gespräch ist schon offen.',
  'A person has to do this; a machine may not. Sign in and do it yourself.':
    'Das muss ein Mensch tun; eine Maschine darf es nicht. Melden Sie sich an und tun Sie es selbst.',
  'This control runs already or is retired. Bring it back first.':
    'Diese Maßnahme läuft schon oder ist stillgelegt. Holen Sie sie zuerst zurück.',
  'A control that runs has to say more. Fill in the fields named below.':
    'Eine Maßnahme, die läuft, muss mehr sagen. Füllen Sie die unten genannten Felder.',
  'This control is retired. Bring it back first.': 'Diese Maßnahme ist stillgelegt. Holen Sie sie zuerst zurück.',
  'This control is not retired, so there is nothing to bring back.':
    'Diese Maßnahme ist nicht stillgelegt; es gibt nichts zurückzuholen.',
  'This day lies in the future. Give the day on which it happened.':
    'Dieser Tag liegt in der Zukunft. Nennen Sie den Tag, an dem es geschah.',
  'This version is no draft any more, and stays as it is. Start the next version.':
    'Diese Version ist kein Entwurf mehr und bleibt, wie sie ist. Beginnen Sie die nächste Version.',
  'This version was not discarded, so there is nothing to take back.':
    'Diese Version wurde nicht verworfen; es gibt nichts zurückzunehmen.',
  'This requirement has a row already. Decide that one.':
    'Diese Anforderung hat schon eine Zeile. Entscheiden Sie jene.',
  'The controls of Annex A always have a row. Exclude this one and say why.':
    'Die Maßnahmen aus Anhang A haben immer eine Zeile. Schließen Sie diese aus und sagen Sie, warum.',
  'A reason is missing or says nothing. Write it in the fields named below.':
    'Ein Grund fehlt oder sagt nichts. Schreiben Sie ihn in die unten genannten Felder.',
  'Open risks name this control, so it cannot be excluded. Include it, or treat or close the risks named below first.':
    'Offene Risiken nennen diese Maßnahme, also kann sie nicht ausgeschlossen werden. Nehmen Sie sie auf, oder behandeln oder schließen Sie zuerst die unten genannten Risiken.',
  'Some rows are not decided, or rest on nothing that stands any more. Decide those named below, then approve.':
    'Einige Zeilen sind nicht entschieden oder beruhen auf nichts mehr, was gilt. Entscheiden Sie die unten genannten und genehmigen Sie dann.',
  'Who decided rows of this version does not approve it while another person could. Ask one of those named below.':
    'Wer über Zeilen dieser Version entschieden hat, genehmigt sie nicht, solange es jemand anderes könnte. Bitten Sie eine der unten genannten Personen.',
  'The files of this version are being made. Try again in a moment.':
    'Die Dateien dieser Version werden erstellt. Versuchen Sie es gleich erneut.',
  'This candidate was judged before. Take the judgement back first.':
    'Dieser Fund wurde schon beurteilt. Nehmen Sie das Urteil zuerst zurück.',
  'This candidate still waits for a judgement.': 'Dieser Fund wartet noch auf ein Urteil.',
  'The description of the file cannot be used. Correct the fields named below.':
    'Die Beschreibung der Datei ist nicht brauchbar. Berichtigen Sie die unten genannten Felder.',
  'Documents are written and decided on by named people. Sign in as one; a key cannot do this.':
    'Dokumente schreiben und entscheiden namentlich bekannte Personen. Melden Sie sich als eine an; ein Schlüssel kann das nicht.',
  'Some of these details cannot be used. Correct the fields named below.':
    'Einige dieser Angaben sind nicht brauchbar. Berichtigen Sie die unten genannten Felder.',
  'There is no such template. Choose one of the list of templates.':
    'Diese Vorlage gibt es nicht. Wählen Sie eine aus der Liste.',
  'This document is in use; there is nothing to restore.':
    'Dieses Dokument ist in Gebrauch; es gibt nichts wiederherzustellen.',
  'A version was approved as what this document is for. Withdraw it, or start another document for the other purpose.':
    'Eine Version wurde für den Zweck dieses Dokuments freigegeben. Ziehen Sie es zurück, oder beginnen Sie für den anderen Zweck ein anderes Dokument.',
  'Another version of this document is being worked on. Finish or discard that one first.':
    'An einer anderen Version dieses Dokuments wird gearbeitet. Beenden oder verwerfen Sie zuerst jene.',
  'This version is in another state by now. Look at it again and decide anew.':
    'Diese Version ist inzwischen in einem anderen Zustand. Sehen Sie erneut nach und entscheiden Sie neu.',
  'Some places of the text are still to be filled in. They are named below.':
    'Einige Stellen des Textes sind noch zu füllen. Sie sind unten genannt.',
  'This person may not approve, or wrote on the version. Choose one of the people named below.':
    'Diese Person darf nicht freigeben oder hat an der Version geschrieben. Wählen Sie eine der unten genannten.',
  'You wrote on this version. Ask one of the people named below to approve it.':
    'Sie haben an dieser Version geschrieben. Bitten Sie eine der unten genannten Personen um die Freigabe.',
  'You wrote on this version, and nobody else here may approve it. Invite an approver under Settings · People, then ask them.':
    'Sie haben an dieser Version geschrieben, und niemand sonst darf sie freigeben. Laden Sie unter Einstellungen · Personen jemanden ein und bitten Sie dann darum.',
  'A version holds from today or earlier. Give a later day with the approval, and it takes effect by itself.':
    'Eine Version gilt ab heute oder früher. Nennen Sie mit der Freigabe einen späteren Tag, dann tritt sie von selbst in Kraft.',
  'No version holds from before its approval. Choose the day of the approval or a later one.':
    'Keine Version gilt vor ihrer Freigabe. Wählen Sie den Tag der Freigabe oder einen späteren.',
  'No version of this document is effective, so there is nothing to review yet.':
    'Keine Version dieses Dokuments gilt; noch gibt es nichts zu überprüfen.',
  'The next review lies in the future. Choose a later day.':
    'Die nächste Überprüfung liegt in der Zukunft. Wählen Sie einen späteren Tag.',
  'This version is a text. Read it, or print it as PDF or DOCX.':
    'Diese Version ist ein Text. Lesen Sie ihn, oder geben Sie ihn als PDF oder DOCX aus.',
  'This version is a file of its own. Download that instead of printing it.':
    'Diese Version ist eine eigene Datei. Laden Sie diese herunter, statt sie auszugeben.',
  'This evidence was reviewed, replaced or withdrawn already. Look at its current state first.':
    'Dieser Nachweis wurde schon geprüft, ersetzt oder zurückgezogen. Sehen Sie sich zuerst den jetzigen Stand an.',
  'You collected or recorded this evidence yourself. Ask one of the people named below to review it.':
    'Sie haben diesen Nachweis selbst gesammelt oder erfasst. Bitten Sie eine der unten genannten Personen um die Prüfung.',
  'A review is given by a named person. Sign in as one; a key cannot review.':
    'Geprüft wird von namentlich bekannten Personen. Melden Sie sich als eine an; ein Schlüssel kann nicht prüfen.',
  'There is no review to take back.': 'Es gibt keine Prüfung zurückzunehmen.',
  'This evidence was replaced or withdrawn already. Restore it first.':
    'Dieser Nachweis wurde schon ersetzt oder zurückgezogen. Stellen Sie ihn zuerst wieder her.',
  'This evidence still stands; there is nothing to restore.':
    'Dieser Nachweis gilt noch; es gibt nichts wiederherzustellen.',
  'Some of these records do not exist here. Correct the fields named below.':
    'Einige dieser Einträge gibt es hier nicht. Berichtigen Sie die unten genannten Felder.',
  'This evidence is linked to all of these already.': 'Dieser Nachweis ist mit allen diesen schon verknüpft.',
  'This evidence is not linked to that record.': 'Dieser Nachweis ist mit jenem Eintrag nicht verknüpft.',
  'Something this evidence refers to does not exist here. Correct the fields named below.':
    'Etwas, worauf sich dieser Nachweis bezieht, gibt es hier nicht. Berichtigen Sie die unten genannten Felder.',
  'These days cannot be so. Correct the fields named below.':
    'So können diese Tage nicht sein. Berichtigen Sie die unten genannten Felder.',
  'This evidence is no longer a signal, so it stays as it was looked at. Reopen its review, or record evidence that supersedes it.':
    'Dieser Nachweis ist kein bloßes Signal mehr und bleibt, wie er angesehen wurde. Öffnen Sie die Prüfung wieder, oder erfassen Sie einen Nachweis, der ihn ersetzt.',
  'This evidence is no file. What it holds is in its record.':
    'Dieser Nachweis ist keine Datei. Was er enthält, steht in seinem Eintrag.',
  'This catalogue has no such requirement. Look at the list of the framework.':
    'Dieser Katalog hat diese Anforderung nicht. Sehen Sie in der Liste des Rahmenwerks nach.',
  'Some of the texts belong to no requirement of this framework. Correct the numbers named below.':
    'Einige der Texte gehören zu keiner Anforderung dieses Rahmenwerks. Berichtigen Sie die unten genannten Nummern.',
  'The interview has no such clause or control. Look at the list of its questions.':
    'Das Interview hat diesen Abschnitt oder diese Maßnahme nicht. Sehen Sie in der Liste der Fragen nach.',
  'This framework has no interview yet. Choose the one named below.':
    'Dieses Rahmenwerk hat noch kein Interview. Wählen Sie das unten genannte.',
  'Another assessment of this framework is open. Conclude it, withdraw it, or go on with it.':
    'Eine andere Bewertung dieses Rahmenwerks ist offen. Schließen Sie sie ab, ziehen Sie sie zurück, oder fahren Sie damit fort.',
  'This assessment is not open any more. Reopen it first, with a reason.':
    'Diese Bewertung ist nicht mehr offen. Öffnen Sie sie zuerst wieder, mit einem Grund.',
  'This assessment is open already.': 'Diese Bewertung ist schon offen.',
  'This assessment was withdrawn already. Reopen it to bring its answers back.':
    'Diese Bewertung wurde schon zurückgezogen. Öffnen Sie sie wieder, um ihre Antworten zurückzuholen.',
  'This assessment is not concluded, so it has no findings yet. Look at its questions.':
    'Diese Bewertung ist nicht abgeschlossen und hat noch keine Befunde. Sehen Sie sich ihre Fragen an.',
  'Nothing was answered yet, so there is nothing to conclude. Answer some questions first.':
    'Noch ist nichts beantwortet, also gibt es nichts abzuschließen. Beantworten Sie zuerst einige Fragen.',
  'Some questions are not answered. Answer them, or say that they are left out by sending leaveUnanswered.':
    'Einige Fragen sind nicht beantwortet. Beantworten Sie sie, oder lassen Sie sie ausdrücklich offen (leaveUnanswered).',
  'This question has no answer that could be taken back.':
    'Diese Frage hat keine Antwort, die zurückgenommen werden könnte.',
  'No clause of 4 to 10 can be left out, so it cannot be “not applicable”. Choose another level.':
    'Kein Abschnitt von 4 bis 10 kann wegfallen, also kann er nicht „nicht anwendbar“ sein. Wählen Sie eine andere Stufe.',
  'This clause or control cannot reach that level. Choose one of those named below.':
    'Dieser Abschnitt oder diese Maßnahme kann diese Stufe nicht erreichen. Wählen Sie eine der unten genannten.',
  'Nobody can give more than they hold themselves. Ask an owner to do this.':
    'Niemand kann mehr geben, als er selbst hat. Bitten Sie eine Eigentümerin oder einen Eigentümer darum.',
  'This person is a member already. Change their roles instead.':
    'Diese Person ist schon Mitglied. Ändern Sie stattdessen ihre Rollen.',
  'Choose an end that lies in the future.': 'Wählen Sie ein Ende, das in der Zukunft liegt.',
  'This unit does not exist here. Choose another.': 'Diese Einheit gibt es hier nicht. Wählen Sie eine andere.',
  'This invitation was accepted or withdrawn before.': 'Diese Einladung wurde schon angenommen oder zurückgezogen.',
  'An organization keeps at least one owner. Make somebody else an owner first.':
    'Eine Organisation behält mindestens eine Eigentümerin oder einen Eigentümer. Machen Sie zuerst jemand anderen dazu.',
  'This person’s place has ended already.': 'Der Platz dieser Person ist schon beendet.',
  'This person’s place has not ended.': 'Der Platz dieser Person ist nicht beendet.',
  'This person’s name and address were erased; there is nothing left to change.':
    'Name und Adresse dieser Person wurden gelöscht; es gibt nichts mehr zu ändern.',
  'There is a unit of this name already.': 'Eine Einheit dieses Namens gibt es schon.',
  'This key was revoked before.': 'Dieser Schlüssel wurde schon widerrufen.',
  'Keys are made by people, not by other keys.': 'Schlüssel erstellen Personen, nicht andere Schlüssel.',
  'This invitation is not valid any more. Ask for a new one.':
    'Diese Einladung gilt nicht mehr. Bitten Sie um eine neue.',
  'You have a place in this organization already. Sign in.':
    'Sie haben schon einen Platz in dieser Organisation. Melden Sie sich an.',
  'You have an account here already. Accept with the password of that account.':
    'Sie haben hier schon ein Konto. Nehmen Sie mit dem Passwort dieses Kontos an.',
  'A link to a new password is issued by people, not by keys.':
    'Einen Link zu einem neuen Passwort stellen Personen aus, nicht Schlüssel.',
  'Nobody can sign in as this person, so there is no password. Invite them by another address.':
    'Als diese Person kann sich niemand anmelden, also gibt es kein Passwort. Laden Sie sie mit einer anderen Adresse ein.',
  'This account opens another organization too, so no colleague of one can reset its password. The person can have a link mailed from the sign-in page, or whoever runs this Assay makes one: assay reset-password.':
    'Dieses Konto öffnet auch eine andere Organisation, also kann kein Kollege aus einer das Passwort zurücksetzen. Die Person kann sich auf der Anmeldeseite einen Link mailen lassen, oder wer dieses Assay betreibt, erstellt einen: assay reset-password.',
  'This Assay sends no mail. Ask an owner of your organization for a link to a new password.':
    'Dieses Assay verschickt keine Mail. Bitten Sie eine Eigentümerin oder einen Eigentümer Ihrer Organisation um einen Link zu einem neuen Passwort.',
  'This link was used before, or its time is over. Ask for a new one.':
    'Dieser Link wurde schon benutzt, oder seine Zeit ist um. Bitten Sie um einen neuen.',
  'This is not your current password.': 'Das ist nicht Ihr jetziges Passwort.',
  'This code is not right or no longer valid. Enter the current one of your authenticator.':
    'Dieser Code stimmt nicht oder gilt nicht mehr. Geben Sie den aktuellen Ihrer Authenticator-App ein.',
  'The address or the password is not right. Check both, or have a new password set: “Forgot your password?”.':
    'Adresse oder Passwort stimmen nicht. Prüfen Sie beides, oder lassen Sie ein neues Passwort setzen: „Passwort vergessen?“.',
  'This code is not right or no longer valid. Enter the current one of your authenticator, or a backup code.':
    'Dieser Code stimmt nicht oder gilt nicht mehr. Geben Sie den aktuellen Ihrer Authenticator-App oder einen Ersatzcode ein.',
  'You have no place in that organization.': 'Sie haben in dieser Organisation keinen Platz.',
  'This set-up link is not valid or was used before. Restart Assay for a new one, or sign in.':
    'Dieser Link zur Einrichtung gilt nicht oder wurde schon benutzt. Starten Sie Assay für einen neuen neu, oder melden Sie sich an.',
  'An account with this address exists, and its password is another. Use that password or another address.':
    'Ein Konto mit dieser Adresse gibt es, und sein Passwort ist ein anderes. Nutzen Sie jenes Passwort oder eine andere Adresse.',
  'Somebody named here has no place in this organization. Correct the fields named below.':
    'Jemand hier Genanntes hat keinen Platz in dieser Organisation. Berichtigen Sie die unten genannten Felder.',
  'Only a draft can be changed, adopted or discarded. Plan again: a new draft goes on from the adopted plan.':
    'Nur ein Entwurf kann geändert, beschlossen oder verworfen werden. Planen Sie neu: Ein neuer Entwurf geht vom beschlossenen Plan aus.',
  'This plan was not discarded, so there is nothing to restore.':
    'Dieser Plan wurde nicht verworfen; es gibt nichts wiederherzustellen.',
  'Something has moved since this draft was calculated. Recalculate it, look at what moves, then adopt it.':
    'Seit dieser Entwurf berechnet wurde, hat sich etwas verschoben. Berechnen Sie ihn neu, sehen Sie, was sich verschiebt, und beschließen Sie ihn dann.',
  'Its tasks would wait for each other. Take out a dependency that was added to them by hand.':
    'Seine Aufgaben würden aufeinander warten. Nehmen Sie eine von Hand hinzugefügte Abhängigkeit heraus.',
  'A task of the adopted plan was closed at the same moment. Recalculate the draft.':
    'Eine Aufgabe des beschlossenen Plans wurde im selben Moment geschlossen. Berechnen Sie den Entwurf neu.',
  'The wished date cannot hold the road. Choose the first date that can, named below, or a later one; or shorten what takes long.':
    'Bis zum gewünschten Tag ist der Weg nicht zu schaffen. Wählen Sie den ersten möglichen Tag, unten genannt, oder einen späteren; oder kürzen Sie, was lange dauert.',
  'The road has no such task. Correct what is named below.':
    'Der Weg hat diese Aufgabe nicht. Berichtigen Sie, was unten genannt ist.',
  'The road has no task for a requirement that is open. Tell who maintains Assay.':
    'Der Weg hat keine Aufgabe für eine offene Anforderung. Sagen Sie es denen, die Assay pflegen.',
  'The order of the road cannot be changed here. Keep the dependency that is named below.':
    'Die Reihenfolge des Weges kann hier nicht geändert werden. Behalten Sie die unten genannte Abhängigkeit.',
  'These tasks would wait for each other in a circle. Take one of the dependencies out.':
    'Diese Aufgaben würden im Kreis aufeinander warten. Nehmen Sie eine der Abhängigkeiten heraus.',
  'What is done was done today or before. Correct the day named below.':
    'Was erledigt ist, wurde heute oder früher erledigt. Berichtigen Sie den unten genannten Tag.',
  'A task cannot end before it began. Correct the days named below.':
    'Eine Aufgabe kann nicht enden, bevor sie begann. Berichtigen Sie die unten genannten Tage.',
  'What has begun began today or before. Correct the day named below.':
    'Was begonnen hat, begann heute oder früher. Berichtigen Sie den unten genannten Tag.',
  'This cannot have begun before what must come first was over. Correct the days named below.':
    'Das kann nicht begonnen haben, bevor zu Ende war, was vorher kommen muss. Berichtigen Sie die unten genannten Tage.',
  'A date falls on a weekend. Take the nearest working day, named below.':
    'Ein Tag fällt auf ein Wochenende. Nehmen Sie den nächsten Arbeitstag, unten genannt.',
  'A date lies in the past. Take the earliest one, named below, or a later one.':
    'Ein Tag liegt in der Vergangenheit. Nehmen Sie den frühesten, unten genannt, oder einen späteren.',
  'A task would end before it begins. Correct the dates named below.':
    'Eine Aufgabe würde enden, bevor sie beginnt. Berichtigen Sie die unten genannten Tage.',
  'A date lies before what the task waits for is over. Take the earliest one, named below, or move that first.':
    'Ein Tag liegt vor dem Ende dessen, worauf die Aufgabe wartet. Nehmen Sie den frühesten, unten genannt, oder verschieben Sie jenes zuerst.',
  'There is too little time for this task. Take the earliest end, named below, or a later one.':
    'Für diese Aufgabe ist zu wenig Zeit. Nehmen Sie das früheste Ende, unten genannt, oder ein späteres.',
  'This takes at least as long as named below; it cannot be shortened by planning.':
    'Das dauert mindestens so lange wie unten genannt; durch Planen lässt es sich nicht kürzen.',
  'ISO/IEC 42001 has no such clause or control to judge. Look at the list.':
    'ISO/IEC 42001 hat diesen Abschnitt oder diese Maßnahme nicht. Sehen Sie in der Liste nach.',
  'There is no such entry yet. Choose one up to the newest.':
    'Diesen Eintrag gibt es noch nicht. Wählen Sie einen bis zum neuesten.',
  'This gap assessment is not concluded, so its findings are not frozen yet. Conclude it, or leave it out.':
    'Diese Gap-Analyse ist nicht abgeschlossen, ihre Befunde stehen also noch nicht fest. Schließen Sie sie ab, oder lassen Sie sie weg.',
  'This report has no file in this format. Look at the report for those it has, or make a new one.':
    'Dieser Bericht hat keine Datei in diesem Format. Sehen Sie im Bericht nach, welche er hat, oder erstellen Sie einen neuen.',
  'This report was withdrawn already.': 'Dieser Bericht wurde schon zurückgezogen.',
  'This report is not made yet. Call off the work instead.':
    'Dieser Bericht ist noch nicht erstellt. Brechen Sie stattdessen die Arbeit ab.',
  'This report was not withdrawn, so there is nothing to take back.':
    'Dieser Bericht wurde nicht zurückgezogen; es gibt nichts zurückzunehmen.',
  'Estimates are made by named people. Sign in as one; a key cannot estimate.':
    'Geschätzt wird von namentlich bekannten Personen. Melden Sie sich als eine an; ein Schlüssel kann nicht schätzen.',
  'This risk is closed. Open it again with a reason first.':
    'Dieses Risiko ist geschlossen. Öffnen Sie es zuerst mit einem Grund wieder.',
  'These ranges cannot be simulated. Correct the fields named below.':
    'Diese Bereiche lassen sich nicht simulieren. Berichtigen Sie die unten genannten Felder.',
  'An estimate in money names its currency, and one in people none. Correct the currency.':
    'Eine Schätzung in Geld nennt ihre Währung, eine in Menschen keine. Berichtigen Sie die Währung.',
  'Losses are added up, so all estimates here use one currency: the one named below. Convert the amounts.':
    'Verluste werden zusammengezählt, also stehen hier alle Schätzungen in einer Währung: der unten genannten. Rechnen Sie die Beträge um.',
  'Estimate the risk before treatment first: what is left is measured against it.':
    'Schätzen Sie zuerst das Risiko vor der Behandlung: Was bleibt, wird daran gemessen.',
  'The estimate after treatment rests on this one. Withdraw that one first.':
    'Die Schätzung nach der Behandlung beruht auf dieser. Ziehen Sie zuerst jene zurück.',
  'Treatment makes no risk greater: the mean loss of a year after it cannot be above the one before. Correct one of the two; where both have fallen, begin with the one after treatment.':
    'Behandlung macht kein Risiko größer: Der mittlere Jahresverlust danach kann nicht über dem davor liegen. Berichtigen Sie einen der beiden; sind beide gesunken, beginnen Sie mit dem nach der Behandlung.',
  'Nothing has been estimated in this measure yet. Put figures to a risk first.':
    'In diesem Maß ist noch nichts geschätzt. Geben Sie zuerst einem Risiko Zahlen.',
  'This simulation has no result, so there is nothing to compute again. Simulate first.':
    'Diese Simulation hat kein Ergebnis; es gibt nichts nachzurechnen. Simulieren Sie zuerst.',
  'This simulation has not broken off. Wait for its end, or ask for another one.':
    'Diese Simulation ist nicht abgebrochen. Warten Sie auf ihr Ende, oder verlangen Sie eine andere.',
  'This simulation was computed under other rules than this version of Assay has. Compute it again with the version that it names.':
    'Diese Simulation wurde nach anderen Regeln gerechnet, als diese Version von Assay hat. Rechnen Sie sie mit der genannten Version nach.',
  'Risks are rated, treated and accepted by named people. Sign in as one; a key cannot decide.':
    'Risiken bewerten, behandeln und akzeptieren namentlich bekannte Personen. Melden Sie sich als eine an; ein Schlüssel kann nicht entscheiden.',
  'These criteria cannot be used. Correct the fields named below.':
    'Diese Kriterien sind nicht brauchbar. Berichtigen Sie die unten genannten Felder.',
  'A next edition of the criteria is a draft already. Edit, approve or discard that one.':
    'Eine nächste Ausgabe der Kriterien ist schon Entwurf. Bearbeiten, genehmigen oder verwerfen Sie jene.',
  'This edition is no draft any more. Write the next edition instead; earlier ratings stay.':
    'Diese Ausgabe ist kein Entwurf mehr. Schreiben Sie stattdessen die nächste; frühere Bewertungen bleiben.',
  'This edition was not discarded, so there is nothing to bring back.':
    'Diese Ausgabe wurde nicht verworfen; es gibt nichts zurückzuholen.',
  'You wrote on these criteria. Ask one of the people named below to approve them.':
    'Sie haben an diesen Kriterien geschrieben. Bitten Sie eine der unten genannten Personen um die Genehmigung.',
  'You wrote on these criteria, and nobody else here may approve them. Invite an approver under Settings · People, then ask them.':
    'Sie haben an diesen Kriterien geschrieben, und niemand sonst darf sie genehmigen. Laden Sie unter Einstellungen · Personen jemanden ein und bitten Sie dann darum.',
  'Something named here does not exist or is taken. Correct the fields named below.':
    'Etwas hier Genanntes gibt es nicht oder ist vergeben. Berichtigen Sie die unten genannten Felder.',
  'This risk was accepted as it stands. Open it again with a reason, change it, and rate it anew.':
    'Dieses Risiko wurde so akzeptiert, wie es ist. Öffnen Sie es mit einem Grund wieder, ändern Sie es und bewerten Sie es neu.',
  'This risk is in another state by now. Look at it again: each step needs the one before.':
    'Dieses Risiko ist inzwischen in einem anderen Zustand. Sehen Sie erneut nach: Jeder Schritt braucht den vorigen.',
  'No risk criteria are approved, and criteria come before ratings. Set them under Risks · Criteria and have them approved.':
    'Keine Risikokriterien sind genehmigt, und Kriterien kommen vor Bewertungen. Legen Sie sie unter Risiken · Kriterien fest und lassen Sie sie genehmigen.',
  'The criteria in force have fewer steps than that. Correct the fields named below.':
    'Die geltenden Kriterien haben weniger Stufen. Berichtigen Sie die unten genannten Felder.',
  'This risk was rated under earlier criteria. Rate it under those in force, before and after treatment, first.':
    'Dieses Risiko wurde nach früheren Kriterien bewertet. Bewerten Sie es zuerst nach den geltenden, vor und nach der Behandlung.',
  'What is left can only be rated once a treatment is decided. Decide on one first.':
    'Was bleibt, kann erst bewertet werden, wenn eine Behandlung beschlossen ist. Beschließen Sie zuerst eine.',
  'What is left cannot be greater than the risk without treatment. Rate the risk itself again if it has grown.':
    'Was bleibt, kann nicht größer sein als das Risiko ohne Behandlung. Bewerten Sie das Risiko selbst neu, wenn es gewachsen ist.',
  'A risk that is retained as it is needs a reason. Say why nothing is done.':
    'Ein Risiko, das man so behält, braucht einen Grund. Sagen Sie, warum nichts getan wird.',
  'This treatment changes nothing yet. Name a control or an action with an owner and a day, or retain the risk with a reason.':
    'Diese Behandlung ändert noch nichts. Nennen Sie eine Maßnahme oder eine Aufgabe mit Person und Tag, oder behalten Sie das Risiko mit einem Grund.',
  'Actions of this treatment are still open. Finish or cancel them before you judge whether it works.':
    'Aufgaben dieser Behandlung sind noch offen. Beenden oder streichen Sie sie, bevor Sie über die Wirkung urteilen.',
  'You decided this treatment. Ask somebody else to judge whether it works.':
    'Sie haben diese Behandlung beschlossen. Bitten Sie jemand anderen, über die Wirkung zu urteilen.',
  'An acceptance lasts until a day. Name one as said below.':
    'Eine Akzeptanz gilt bis zu einem Tag. Nennen Sie einen, wie unten gesagt.',
  'What is left lies above the appetite, which only designated management may accept. Ask one of the people named below, or treat the risk further.':
    'Was bleibt, liegt über der Risikobereitschaft; das darf nur die benannte Leitung akzeptieren. Bitten Sie eine der unten genannten Personen, oder behandeln Sie das Risiko weiter.',
  'Only the owner of the risk or management accepts it. Ask one of the people named below.':
    'Akzeptieren können nur die für das Risiko verantwortliche Person oder die Leitung. Bitten Sie eine der unten genannten Personen.',
  'You rated what is left of this risk, and somebody else may accept it. Ask one of the people named below.':
    'Sie haben bewertet, was von diesem Risiko bleibt; akzeptieren kann es jemand anderes. Bitten Sie eine der unten genannten Personen.',
  'This risk is not accepted, so there is nothing to withdraw.':
    'Dieses Risiko ist nicht akzeptiert; es gibt nichts zurückzuziehen.',
  'Somebody worked on this risk since. Close it with a reason instead.':
    'Jemand hat seither an diesem Risiko gearbeitet. Schließen Sie es stattdessen mit einem Grund.',
  'There is no calendar at this address. Renew it in Assay and subscribe anew.':
    'Unter dieser Adresse gibt es keinen Kalender. Erneuern Sie ihn in Assay und abonnieren Sie neu.',
  'There is no calendar address to end.': 'Es gibt keine Kalenderadresse zu beenden.',
  'An inbox, a calendar and mail belong to a person. Sign in as one.':
    'Eingang, Kalender und Mail gehören einer Person. Melden Sie sich als eine an.',
  'Something this task refers to does not exist here. Correct the fields named below.':
    'Etwas, worauf sich diese Aufgabe bezieht, gibt es hier nicht. Berichtigen Sie die unten genannten Felder.',
  'These tasks would wait for each other. Take one of them out.':
    'Diese Aufgaben würden aufeinander warten. Nehmen Sie eine heraus.',
  'This task is not open any more. Reopen it first.':
    'Diese Aufgabe ist nicht mehr offen. Öffnen Sie sie zuerst wieder.',
  'This task is open already.': 'Diese Aufgabe ist schon offen.',
  'This task waits for others that are still open. Finish those first.':
    'Diese Aufgabe wartet auf andere, die noch offen sind. Erledigen Sie diese zuerst.',
  'There is a view of this list with that name already. Choose another name, or change that view.':
    'Eine Ansicht dieser Liste mit diesem Namen gibt es schon. Wählen Sie einen anderen Namen, oder ändern Sie jene Ansicht.',
  'There is no such list. Send the address of one, for example /tasks.':
    'Diese Liste gibt es nicht. Senden Sie die Adresse einer Liste, zum Beispiel /tasks.',
  'a measure is a condition, so decide for go with conditions':
    'Eine Maßnahme ist eine Bedingung; entscheiden Sie also auf Go mit Bedingungen',
  'add at least one measure that the go-ahead hangs on':
    'Fügen Sie mindestens eine Maßnahme hinzu, an der das Go hängt',
  'an exception of Art. 6(3) needs a use of Annex III that it is an exception from':
    'Eine Ausnahme nach Art. 6(3) braucht eine Verwendung nach Anhang III, von der sie ausnimmt',
  'answer this question of the screening': 'Beantworten Sie diese Frage der Vorprüfung',
  'answer whether it takes part in decisions about individuals':
    'Sagen Sie, ob es an Entscheidungen über Personen beteiligt ist',
  'can be invited by a person alone; a key can prepare it':
    'kann nur eine Person einladen; ein Schlüssel kann es vorbereiten',
  'decide: go, go with conditions, or stop': 'Entscheiden Sie: Go, Go mit Bedingungen oder Stopp',
  'describe who watches it and can stop or overrule it':
    'Beschreiben Sie, wer es überwacht und es anhalten oder überstimmen kann',
  'does not exist here or is no longer active; choose another':
    'gibt es hier nicht oder ist nicht mehr aktiv; wählen Sie anders',
  'does not exist here': 'gibt es hier nicht',
  'does not exist here; choose another AI system': 'gibt es hier nicht; wählen Sie ein anderes KI-System',
  'does not exist here; choose another': 'gibt es hier nicht; wählen Sie anders',
  'give the reason for the decision': 'Geben Sie den Grund der Entscheidung an',
  'has two steps of the same name': 'hat zwei Stufen gleichen Namens',
  'is no country code of ISO 3166-1 and no English country name':
    'ist kein Ländercode nach ISO 3166-1 und kein englischer Ländername',
  'is no day such as 2026-03-31': 'ist kein Tag wie 2026-03-31',
  'is no entry of the library': 'ist kein Eintrag der Bibliothek',
  'is no field of this register': 'ist kein Feld dieses Registers',
  'is not here any more': 'ist nicht mehr hier',
  'is nothing that this register asks': 'wird in diesem Register nicht gefragt',
  'is the number of another control; choose another': 'ist die Nummer einer anderen Maßnahme; wählen Sie eine andere',
  'is the number of another risk; choose another': 'ist die Nummer eines anderen Risikos; wählen Sie eine andere',
  'is the number of an obligation that is registered already': 'ist die Nummer einer schon erfassten Pflicht',
  'must be above the loss before it': 'muss über dem Verlust davor liegen',
  'must be below the bound of what is tolerable': 'muss unter der Grenze des Tolerierbaren liegen',
  'must be below the chance of the smaller loss before it':
    'muss unter der Wahrscheinlichkeit des kleineren Verlusts davor liegen',
  'name at least one benefit, so that both can be weighed':
    'Nennen Sie mindestens einen Nutzen, damit beides abgewogen werden kann',
  'name at least one misuse that can be foreseen': 'Nennen Sie mindestens einen absehbaren Missbrauch',
  'name at least one possible harm to individuals or groups':
    'Nennen Sie mindestens einen möglichen Schaden für Personen oder Gruppen',
  'name the individuals or groups that it touches': 'Nennen Sie die Personen oder Gruppen, die es berührt',
  'name the person who answers for this system': 'Nennen Sie die Person, die für dieses System einsteht',
  'names a process that does not exist here': 'nennt einen Prozess, den es hier nicht gibt',
  'names somebody who has no place here': 'nennt jemanden ohne Platz hier',
  'rate this harm': 'Bewerten Sie diesen Schaden',
  'say in a few sentences what was looked at and what came out':
    'Sagen Sie in wenigen Sätzen, was angesehen wurde und was sich ergab',
  'say in which process, by whom and where it is used': 'Sagen Sie, in welchem Prozess, von wem und wo es genutzt wird',
  'say on which later day it is looked at again': 'Nennen Sie einen späteren Tag, an dem es neu geprüft wird',
  'say what happens to people when it fails': 'Sagen Sie, was mit Menschen geschieht, wenn es versagt',
  'say what it does to society, also where that is little':
    'Sagen Sie, was es mit der Gesellschaft macht, auch wo das wenig ist',
  'say what remains after the measures': 'Sagen Sie, was nach den Maßnahmen bleibt',
  'say what the system is for': 'Sagen Sie, wozu das System dient',
  'say who is hit most': 'Sagen Sie, wen es am stärksten trifft',
  'say who is meant to use it': 'Sagen Sie, wer es nutzen soll',
  'say who was consulted, or why nobody was': 'Sagen Sie, wer einbezogen wurde, oder warum niemand',
  'say who watches it and can stop or overrule it': 'Sagen Sie, wer es überwacht und es anhalten oder überstimmen kann',
  'say whom people turn to and what is made good':
    'Sagen Sie, an wen sich Betroffene wenden und was wiedergutgemacht wird',
  'say why it is needed and why nothing milder does': 'Sagen Sie, warum es nötig ist und nichts Milderes genügt',
  'say why this requirement is not taken on': 'Sagen Sie, warum diese Anforderung nicht übernommen wird',
  'takes at most 50 entries of at most 80 characters': 'nimmt höchstens 50 Einträge zu je höchstens 80 Zeichen',
  'was closed, so it asks for nothing any more; choose an open risk':
    'wurde geschlossen und verlangt nichts mehr; wählen Sie ein offenes Risiko',
  'does not apply to you; choose an obligation that does': 'gilt für Sie nicht; wählen Sie eine Pflicht, die gilt',
  'choose an obligation or a risk of the register': 'Wählen Sie eine Pflicht oder ein Risiko des Registers',
  'choose a risk of the register or a control of Annex A':
    'Wählen Sie ein Risiko des Registers oder eine Maßnahme aus Anhang A',
  'cannot be used': 'ist nicht brauchbar',
  'This list cannot be sorted by “{text}”. Choose one of {choices}.':
    'Diese Liste kann nicht nach „{text}“ geordnet werden. Wählen Sie: {choices}.',
  'are {roles} now': 'sind jetzt {roles}',
  'choose the column that holds {label}': 'Wählen Sie die Spalte für {label}',
  'column “{column}” fills {before} already': 'Spalte „{column}“ füllt schon {before}',
  'is less than {least}': 'ist weniger als {least}',
  'is longer than {most} characters': 'ist länger als {most} Zeichen',
  'is more than {most}': 'ist mehr als {most}',
  'is none of {choices}': 'ist nichts von: {choices}',
  '“{part}” is none of {choices}': '„{part}“ ist nichts von: {choices}',
  '“{part}” is no country code of ISO 3166-1 and no English country name':
    '„{part}“ ist kein Ländercode nach ISO 3166-1 und kein englischer Ländername',
  'is “{name}” now': 'ist jetzt „{name}“',
  'names more than {most}': 'nennt mehr als {most}',
  'needs {permissions}': 'braucht {permissions}',
  'say a later day, at the latest {latest}': 'Nennen Sie einen späteren Tag, spätestens {latest}',
  'the file has no column “{column}”': 'Die Datei hat keine Spalte „{column}“',
  'your rules ask for a new look by {latest} at the latest':
    'Ihre Regeln verlangen eine neue Prüfung bis spätestens {latest}',
  '{ref} is no control of Annex A, such as A.6.2.4': '{ref} ist keine Maßnahme aus Anhang A wie A.6.2.4',
  '{url} has no field “{unknown}”. It has {known}.': '{url} hat kein Feld „{unknown}“. Es gibt {known}.',
  '{url} has no filter “{name}”. It takes {known}.': '{url} hat keinen Filter „{name}“. Es gibt {known}.',
  '“{name}” is no AI system here, or two have this name': '„{name}“ ist hier kein KI-System, oder zwei heißen so',
  '“{name}” names several systems; link it by hand': '„{name}“ heißen mehrere Systeme; verknüpfen Sie von Hand',
  '“{name}” is no registered AI system': '„{name}“ ist kein erfasstes KI-System',
  '“{word}” is no role; use {roles}': '„{word}“ ist keine Rolle; es gibt {roles}',
  'A workbook takes at most {most} rows and {total} match. Narrow the filter or export CSV, which takes them all.':
    'Eine Arbeitsmappe fasst höchstens {most} Zeilen, und {total} passen. Engen Sie den Filter ein, oder exportieren Sie CSV, das alle fasst.',
  'This cursor belongs to another list or order. Start again without a cursor.':
    'Diese Stelle gehört zu einer anderen Liste oder Ordnung. Beginnen Sie von vorn.',
  'Some of the input cannot be used. Correct the fields named below.':
    'Einige Angaben sind nicht brauchbar. Berichtigen Sie die unten genannten Felder.',
  'The database does not answer just now. Nothing was saved; try again in a moment.':
    'Die Datenbank antwortet gerade nicht. Nichts wurde gespeichert; versuchen Sie es gleich erneut.',
  'Where this risk stood was not kept yet when it was closed. Open it again with a reason, and rate it anew.':
    'Wo dieses Risiko stand, wurde noch nicht festgehalten, als es geschlossen wurde. Öffnen Sie es mit einem Grund wieder und bewerten Sie es neu.',
  'Something happened since it was closed that calls for a new assessment. Open it again with a reason, and rate it anew.':
    'Seit es geschlossen wurde, ist etwas geschehen, das eine neue Beurteilung verlangt. Öffnen Sie es mit einem Grund wieder und bewerten Sie es neu.',
  'Nobody answers for this risk yet. Name its owner first, who then accepts what is left.':
    'Noch ist niemand für dieses Risiko verantwortlich. Benennen Sie zuerst jemanden; diese Person akzeptiert dann, was bleibt.',
  'A later edition of this assessment was begun since. Write there what this one says.':
    'Seither wurde eine spätere Fassung dieser Abschätzung begonnen. Schreiben Sie dort, was diese sagt.',
  'What is not relevant says why. Write it in the field named below.':
    'Was nicht von Bedeutung ist, sagt warum. Schreiben Sie es in das unten genannte Feld.',
  'say why this does not matter here': 'Sagen Sie, warum das hier keine Rolle spielt.',
} as Record<string, string>
