/** Sätze des Rechenwerks: der Schlüssel ist `engine:` mit dem Code des Satzes, die Werte stehen im Protokoll der Messung. */
export default {
  'engine:rate-of': '{rate}, {group}',
  'engine:rate-difference': 'Der Unterschied zwischen {group} und {other} ({rate})',
  'engine:rate-ratio': 'Das Verhältnis von {group} zu {other} ({rate})',
  'engine:metric-of': '{metric}, {group}',
  'engine:rate-held-alike': 'Der Unterschied zwischen {group} und {other} bei gleichem {strata} ({metric})',
  'engine:from-to': 'von {least} bis {most}',
  'engine:at-most': 'höchstens {most}',
  'engine:at-least': 'mindestens {least}',
  'engine:has-count': '{of}: {count} {counted}',
  'engine:has-fewer': '{of}: weniger als {limit} {counted}',
  'engine:size-of': '{needed} {counted} ({of})',
  'engine:would-settle': 'etwa {sizes} würden es entscheiden, wenn der Wert so bleibt (80 % Trennschärfe)',
  'engine:nothing-settles': 'keine Zahl lässt sich nennen, die es entscheiden würde',
  'engine:inside-margin':
    '{what}: {value} ({confidence}-%-Intervall {low} bis {high}), ganz innerhalb der Grenze ({margin}).',
  'engine:below-margin':
    '{what}: {value} ({confidence}-%-Intervall {low} bis {high}), ganz unterhalb der Grenze ({margin}).',
  'engine:above-margin':
    '{what}: {value} ({confidence}-%-Intervall {low} bis {high}), ganz oberhalb der Grenze ({margin}).',
  'engine:over-edge':
    '{what}: {value} ({confidence}-%-Intervall {low} bis {high}); das Intervall reicht über den Rand der Grenze ({margin}); {settled}.',
  'engine:on-edge':
    '{what}: {value} ({confidence}-%-Intervall {low} bis {high}), genau auf dem Rand der Grenze ({margin}); keine Menge an Daten entscheidet das.',
  'engine:too-few': '{what} bekommt kein Urteil: {small}; ein Urteil verlangt {minimum}.',
  'engine:undefined-here': '{what} ist nicht definiert: {reason}.',
  'engine:no-interval': '{what} hat kein Intervall, und ein Punkt allein wird nie beurteilt.',
  'engine:change-few-rows':
    'die Änderung liegt zwischen {near} und {far}; ein Urteil verlangt {fewest} Zeilen auf jeder Seite, und es sind {rows}',
  'engine:change-above': 'die Änderung liegt zwischen {near} und {far}, ganz über der Grenze von {margin}',
  'engine:change-within': 'die Änderung liegt zwischen {near} und {far}, ganz innerhalb der Grenze von {margin}',
  'engine:change-untold':
    'die Änderung liegt zwischen {near} und {far}; diese Zeilen können also nicht sagen, ob sie die Grenze von {margin} überschreitet',
  'engine:nothing-to-compare': '{reason}',
  'engine:column-gone': 'dem Zeitfenster fehlt diese Spalte',
  'engine:column-new': 'der Referenz fehlt diese Spalte',
  'engine:column-kind': 'die Spalte enthielt Werte der Art {before} und enthält jetzt Werte der Art {now}',
  'engine:nobody-asked': 'niemand hat eine Anforderung gestellt',
  'engine:asked-late': 'die Anforderung wurde am {setOn} gestellt, nach der Messung',
  'engine:value-missing': '{reason}',
  'engine:denominator-small': '{denominator} im Nenner, und {least} sind nötig',
  'engine:value-meets': '{value} ist {target}',
  'engine:value-misses': '{value} ist nicht {target}',
  'engine:interval-unknown': 'zu dieser Zahl ist kein Intervall bekannt: Stellen Sie die Anforderung an die Datei',
  'engine:interval-meets': 'das ganze Intervall [{low}; {high}] ist {target}',
  'engine:interval-misses': 'kein Teil des Intervalls [{low}; {high}] ist {target}',
  'engine:interval-straddles': 'das Intervall [{low}; {high}] liegt auf beiden Seiten von „{target}“',
  'engine:no-threshold': 'Der Plan setzt keine Grenze, also wurde nichts entschieden.',
  'engine:no-two-groups': '{attribute} hat keine zwei Gruppen, die man vergleichen könnte.',
  'engine:column-answered': '{column}, {measure}: {reason}.',
  'engine:check-answered': '{check} ({columns}): {measure}: {because}.',
  'engine:text-answered': '{check}: {measure}: {because}.',
  'engine:stream-few':
    '{method} von {values} bekommt kein Urteil: gesehen wurden {count} Werte; ein Urteil verlangt {minimum}.',
  'engine:stream-alarms':
    '{method} von {values} schlägt {alarms} Mal über {count} Werte an; höchstens {most} sind erlaubt.',
  'engine:no-row-left': 'Keine Zeile bleibt, die zu messen wäre.',
  'engine:positive-absent': 'Keine Zeile hat {role} {name} = {positive}; vorhanden: {values}.',
  'engine:many-answers': '{role} „{column}“ hat {count} Werte; {others} zählen alle als nicht {positive}.',
  'engine:of-test-file': 'Testdatei: {warning}',
  'engine:outputs-missing': '{rows} Zeilen haben keinen Wert in „{column}“: Sie zählen als leer und als nichts sonst.',
  'engine:not-compared': 'Nicht verglichen, da sie Listen, Strukturen oder Bytes enthalten: {columns}',
  'engine:recorded-differs':
    'Das Aufgezeichnete ({fact}: {recorded}) ist nicht das dieser Datei ({found}) und zählt als nicht aufgezeichnet.',
  'engine:not-checked': 'Nicht geprüft, da sie Listen, Strukturen oder Bytes enthalten: {columns}',
  'engine:labels-selective':
    'Die Labels hängen von der Entscheidung ab: „{label}“ fehlt bei {ofRejected} von {rejected} Zeilen mit der ungünstigen und bei {ofSelected} von {selected} mit der günstigen Entscheidung; die Raten gelten für Zeilen mit Label, und die sind nicht wie die anderen.',
  'engine:scores-missing':
    '{rows} Zeilen haben keine endliche Zahl in „{score}“: Rangfolge und Kalibrierung sind von den übrigen {others}.',
  'engine:scores-outside':
    '„{score}“ hat Werte außerhalb von 0 bis 1: Die Rangfolge der Punktwerte wird gemessen, die Kalibrierung weggelassen.',
}
