namespace Mainstay.Capture;

/// <summary>What is read of German. How a line is written stands at <see cref="Pattern"/> and <see cref="Grammar"/>.</summary>
internal static class GrammarGerman
{
    public const string Lines = """
        # Arten der Berührung
        way meeting: Kaffee Kaffeetrinken Kaffee_trinken Tee Mittagessen Abendessen Frühstück Mittag Essen Bier Biere Drinks Wein Spaziergang Wanderung Treffen Besprechung Meeting Termin Besuch Workshop Sitzung Brunch Feierabendbier Eis
        way video: Zoom Zoom-Call Zoom-Meeting Video-Call Videocall Videoanruf Videotelefonat Videokonferenz Teams Teams-Call Teams-Meeting Skype
        way call: Telefonat Anruf Call Telefon Telefongespräch Rückruf Telko
        way message: Nachricht SMS WhatsApp WhatsApp-Nachricht Sprachnachricht Chat Signal LinkedIn-Nachricht Slack-Nachricht
        way mail: Mail E-Mail Email Brief Karte Postkarte Mails E-Mails
        words they: sie er
        words lead: und aber auch dann also so ja ich wir habe hab haben hatte hatten bin war waren gab es ein eine einen kurz
        words plain: lange ausführlich der die das den dem des ein eine einen einem einer mein meine meinen dein sein ihr ihre unser euer dieser diese dieses er sie es wir ihr ich du mich mir uns wer was wo wann warum wie neu neue neues neuer neuen gut gute gutes guter schlecht toll tolles groß klein lang kurz erste letzte nächste viel mehr alle nicht nein ja mit und oder aber für von über nach vor in an auf aus bei zu am im zum zur als wenn ist sind war waren wird werden hat haben kann soll muss sehr nur auch noch schon wieder dann hier dort danke hallo liebe lieber wetter alles nichts etwas jeder niemand leute team büro projekt idee buch chef thema heute gestern morgen deck angebot vertrag vorschlag entwurf unterlagen kontakt intro vorstellung termin adresse link folien präsentation bericht rechnung umzug gespräch feedback rückmeldung dokument liste artikel geburtstag kollege kollegin schwester bruder mann frau kinder kind mutter vater familie kunden kundinnen kollegen kolleginnen patienten fehler fehlern erfahrung erfahrungen leben praxis vortrag konkurrenz
        words deny: nicht nichts nix kein keine keinen keinem keiner keines nie niemals nimmer nirgends nirgendwo niemand niemanden niemandem weder kaum keinesfalls keineswegs abgesagt abgeblasen verschoben verpasst ausgefallen ohne statt vielleicht eventuell fast wäre vergessen falls wenn
        words moves: verschoben verlegt vertagt
        words cancels: abgesagt abgeblasen ausgefallen geplatzt gecancelt gecancelled storniert entfällt entfiel entfallen fällt_aus fiel_aus fällt_flach fiel_flach nicht_stattgefunden nicht_statt nicht_zustande nicht_geklappt klappt_nicht
        words aux: wurde ist wird hat hatte
        words relates: das der die welches welcher welche
        words subordinates: weil dass ob warum wieso weshalb wo nachdem obwohl welches welcher welche
        words verb: rief schrieb traf sah sprach hat haben ist sind wird will möchte arbeitet wohnt zieht lebt mag liebt verlässt wechselt beginnt fängt schickt stellt meldet ruft schreibt versprach sagte fragte kündigt heiratet bekommt kam mailte besuchte telefonierte antwortete redete
        words do: frag frage ruf rufe schreib schreibe schick schicke sende mail maile bitte lade stell stelle erinnere melde besorg buche dank danke gratuliere triff kauf gib besprich kläre prüfe lies hake
        words inf: anrufen fragen schicken senden schreiben treffen einladen melden vorstellen danken gratulieren erinnern nachfragen nachfassen nachhaken besuchen buchen antworten zurückrufen weiterleiten besprechen klären vorbereiten mitbringen bestellen kaufen lesen prüfen mailen geben zurückgeben bezahlen überweisen organisieren planen vermitteln empfehlen helfen teilen anbieten zuschicken zusenden abgeben absagen zusagen beantworten verbinden bringen holen reservieren vereinbaren ausmachen abklären
        words gives: schickt stellt gibt ruft meldet sendet schreibt hilft fragt bringt leiht vermittelt empfiehlt verbindet teilt leitet mailt kümmert zeigt besorgt macht prüft sagt_bescheid sagt_mir_bescheid sagt_uns_bescheid
        words wish: Intro Intros Vorstellung Kontakt Kontakte Empfehlung Feedback Rückmeldung Termin Treffen Angebot Hilfe Rat Tipp Tipps Infos Unterlagen Deck Folien Praktikum
        words mydo: schicke rufe melde schreibe frage stelle sende maile gebe bringe leite besorge prüfe helfe kläre mache lade buche
        words persons: verheiratet verlobt schwanger geschieden allergisch vegetarier vegetarierin vegan krank
        words role: ceo cto cfo coo leiter leiterin geschäftsführer geschäftsführerin direktor direktorin gründer gründerin mitgründer mitgründerin ingenieur ingenieurin designer designerin partner partnerin beraterin berater professor professorin entwickler entwicklerin anwalt anwältin arzt ärztin lehrer lehrerin journalist journalistin vorstand teamleiter teamleiterin produktmanagerin produktmanager abteilungsleiter abteilungsleiterin
        words whose: mein meine meinem meinen meiner unser unsere unserem unseren unserer ein eine einem einen einer
        words kind: alt alte alten alter altem gut gute guten guter beste besten bester ehemalige ehemaligen ehemaliger
        words kin: freund freundin kollege kollegin kollegen nachbar nachbarin nachbarn schwester bruder cousin cousine mitbewohner mitbewohnerin kommilitone kommilitonin schwager schwägerin
        words noun: *ung *ment *heit *keit *schaft *tion *sion *ismus *ität *fakultät *termin *termine *gespräch *gespräche *feier *arbeit *kurs *projekt *projekte *vertrag *auftrag *antrag *unfall *wechsel *abschluss *bericht *angebot *angebote *unterlagen *treffen *besuch *urlaub *training *examen *abitur *semester *schule *klinik *therapie *karte *zeit *problem *probleme *schmerzen angst corona covid grippe fieber husten schnupfen krebs migräne burnout stress ärger durst heimweh liebeskummer op taufe geburt reise party fete ferien abi klausur klausuren test tests konzert kino theater oper museum messe konferenz kongress seminar turnier spiel rennen marathon ausflug flug zug bahn frist
        words noun: pizza pasta kuchen torte suppe salat sushi döner brot käse fleisch gemüse obst schokolade haus häuser wohnung auto fahrrad rad hund hunde katze katzen pferd garten küche handy laptop computer schlüssel brille bücher zeitung foto fotos bilder geschenk geschenke blumen musik fußball tennis yoga sport gitarre klavier mathe deutsch englisch französisch spanisch italienisch job jobs stelle beruf firma büro uni studium praktikum kita kindergarten bank finanzamt amt gericht steuer steuern geld miete kredit schulden gehalt rente eltern großeltern sohn söhne tochter töchter baby zwillinge nachwuchs familie freunde freunden chefin gäste gast nachbarschaft ehemann ehefrau enkel
        words noun: enkelin tante onkel neffe nichte arzt ärztin ärzte zahnarzt zahnärztin krankenhaus notar notarin steuerberater steuerberaterin anwälte handwerker klempner elektriker friseur friseurin vermieter vermieterin mieter hilfe tipp tipps frage fragen antwort antworten problem pläne ziele gründe anfang woche wochen monat monate jahr jahre stunde stunden minuten uhr zeit nacht wochenende montags stadt land dorf meer strand welt europa deutschland österreich schweiz
        words named: jung young hartung hornung leung cheung yeung chung sung kung phung nhung hung tung fung lung klement clement
        words surname: lang klein groß kurz neu gut mann
        words learns: gelernt dabei_gelernt lernte lernten
        words lessons: lektion erkenntnis lehre
        words vague: viel vieles einiges nichts mehr so_viel sehr_viel eine_menge etwas_neues habe_ich haben_wir
        words past: war waren wurde wurden worden hatte hatten kam kamen ging gingen zog zogen bekam begann fing kaufte verkaufte heiratete wechselte verließ verlor starb gewann fand wohnte arbeitete seit geboren geheiratet gezogen umgezogen eingezogen ausgezogen weggezogen gekauft verkauft gekündigt angefangen begonnen aufgehört gewechselt verlassen bekommen gewesen geworden gegangen gekommen gestorben bestanden gefunden verloren gewonnen gebaut gegründet getrennt besucht getroffen gemacht gearbeitet gewohnt eröffnete gründete veröffentlichte promovierte studierte beendete baute machte schrieb nahm blieb hielt flog fuhr lief gab getan
        words auxiliary: hat haben habe hab hatte hatten ist sind bin war waren
        words tenseless: bereit bekannt berühmt verwandt gesamt insgesamt
        words opens: ihr ihm ihnen ich er sie wir muss erinnere nachfassen lernte lernten
        words splits: versprochen zugesagt angeboten daran gebeten vergessen erinnere

        # Woran zu erinnern ist, darf verneinen: „nicht vergessen: Mail an Ana“
        mine: erinnere_mich|erinner_mich|erinnerung|nicht_vergessen|todo|merken daran|an|: ,? TEXT
        mine: erinnere_mich|erinner_mich|nicht_vergessen|todo :? ,? TEXT

        # Was ausfiel oder verschoben wurde
        off moved: ADJ <way> mit|bei WHO PART <moves> ANY
        off moved: ADJ mit WHO ADJ <way> PART <moves> ANY
        off: ADJ <way> mit|bei WHO PART <cancels> ANY
        off: ADJ <way> mit|bei WHO PART fällt|fiel ANY aus|flach|ins_Wasser END
        off last moved: es|das|dann|leider|wurde|ist|haben|hat? es|wir|leider|wurde|ist|dann? auf? <moves> auf? END
        off last: es|das|er|sie|dann|leider|wurde|ist|hat|haben? es|wir|leider|wurde|ist|hat|dann? leider? <cancels> END
        off last moved: das|der|die|welches|welcher auf? <moves> auf? wurde|ist|wird END
        off last: das|der|die|welches|welcher leider? <cancels> wurde|ist|hat END
        off last: es|das? fällt|fiel ANY aus|flach|ins_Wasser END
        off last: er|sie kam|kamen|erschien nicht END

        # Nichts versprochen
        nothing: THEY hat|haben mir|uns? nichts|nix ANY versprochen|zugesagt|angeboten ANY
        nothing: mir|uns hat THEY nichts|nix ANY versprochen|zugesagt|angeboten ANY
        nothing: THEY versprach|verspricht|schuldet mir|uns? nichts|nix ANY
        nothing: THEY hat|haben mir|uns? ANY nicht versprochen|zugesagt|angeboten END
        nothing: WHO ANY nicht versprochen|zugesagt|angeboten END
        nothing: schulde WHO nichts|nix ANY
        nothing: WHO nichts|nix ANY versprochen|zugesagt|angeboten ANY
        nothing: ihr|ihm|ihnen? nichts|nix ANY versprochen|zugesagt|angeboten ANY

        # Was nicht war, bleibt eine Notiz
        note: ADJ <way> mit WHO PART &<deny> ANY
        note: &<deny> ANY mit|an|bei WHO ANY
        note: ANY &<deny> ANY <way>|getroffen|gesehen|angerufen|telefoniert|gesprochen|geschrieben ANY
        note: KNOWN &<deny> ANY
        note: ANY <way> PART &<deny> ANY
        note: ANY nicht erreicht|getroffen|gesehen ANY

        # Gelernt; was von jemandem zu hören war, ist eine Nachricht von ihnen, und wer jemanden kennenlernte, traf sie
        heard: dabei? gelernt|lernte|lernten habe|haben? ich|wir? ,? dass KNOWN ANY
        heard context: dabei? gelernt|lernte|lernten habe|haben? ich|wir? ,? dass sie|er|ihr|ihre|ihren|sein|seine|seinen ANY
        note: lernte|lernten ich|wir? WHO &<deny> ANY
        touch both meeting: lernte|lernten ich|wir? WHO ANY kennen
        touch both meeting: lernte|lernten ANY KNOWN ANY kennen
        touch both meeting: ich|wir? WHO ANY kennen_gelernt
        heard: lernte|lernten ANY kennen
        learned: dabei? gelernt von WHO ,? :|-|–|— ,? dass? TEXT
        learned: <lessons> von WHO : ,? dass? TEXT
        learned: dabei? von WHO gelernt ,? :|-|–|— ,? dass? TEXT
        learned: dabei? gelernt von ihr|ihm|ihnen :|-|–|— ,? dass? TEXT
        learned: von ihr|ihm|ihnen gelernt :|-|–|— ,? dass? TEXT
        learned: dabei? gelernt habe|haben? ich|wir? von? ,? :|-|–|— ,? dass? TEXT
        learned: <lessons> : ,? dass? TEXT
        learned whole: von|aus ANY gelernt : TEXT
        learned: was ich|wir von WHO gelernt habe|haben : TEXT
        learned: was ich|wir gelernt habe|haben : TEXT
        learned first: von WHO habe|hab|haben? ich|wir? gelernt ,? dass? TEXT
        learned first: von ihr|ihm|ihnen habe|hab|haben? ich|wir? gelernt ,? dass? TEXT
        learned first: gelernt|lernte|lernten von WHO ,? dass? TEXT
        learned first: dabei? gelernt|lernte|lernten ,? dass? TEXT

        # Versprochen
        theirs: THEY hat|haben mir|uns? versprochen|zugesagt|angeboten ,? dass? er|sie? mir|uns|mich? TEXT
        theirs: THEY hat|haben mir|uns TEXT versprochen|zugesagt|angeboten
        theirs: mir|uns hat THEY TEXT versprochen|zugesagt|angeboten
        theirs: THEY versprach|verspricht mir|uns? ,? TEXT
        theirs: THEY will|möchte|wird|kann|wollte|sollte mir|mich|uns|sich TEXT
        theirs: THEY &<gives> TEXT
        theirs: THEY? schuldet mir|uns noch? TEXT
        mine: THEY hat|haben mich|uns gebeten ,? TEXT
        theirs: &<gives> TEXT
        theirs: warte|warten auf TEXT von WHO
        mine: schulde WHO noch? TEXT
        mine: ihr|ihm|ihnen TEXT versprochen|zugesagt|angeboten END
        mine: versprochen|zugesagt|angeboten ,? TEXT
        mine: WHO versprochen|zugesagt|angeboten ,? TEXT
        mine: WHO TEXT versprochen|zugesagt|angeboten END
        mine: TEXT versprochen|zugesagt|angeboten END
        fact: will|möchte|braucht|wünscht|sucht sich? ADJ <wish> END
        mine: muss|müssen|soll|sollte|sollten|will|möchte|werde|werden|darf_nicht_vergessen ich|wir? TEXT
        mine: lass_uns TEXT

        # Tage und Tatsachen
        birthday: WHO hat|hatte|feiert ANY Geburtstag ANY
        birthday: WHO Geburtstag ist|war? ANY
        birthday: Geburtstag von WHO ANY
        birthday: Geburtstag :? WHO
        birthday: WHO ist? geboren ANY
        birthday age: WHO wird|wurde ANY
        former: ex|früher|vormals|ehemals -? bei|von? ORG END
        former: THEY hat ORG verlassen
        former: THEY verlässt ORG
        work: THEY arbeitet|ist jetzt|nun|seit? bei|für ORG als ROLE
        work: THEY arbeitet jetzt|nun? bei|für ORG
        work: THEY fängt|fing|beginnt|startet|wechselt|wechselte jetzt|nun? bei|zu|zur|zum ORG an?
        work: THEY hat bei ORG angefangen|begonnen
        work: THEY ist jetzt|nun? zu|zur|zum ORG gewechselt
        job: ROLE bei|von|der|des ORG
        job: THEY ist|wird|wurde? jetzt|nun|neue|neuer? ROLE bei|von ORG
        place: THEY wohnt|lebt|wohnen|leben jetzt|nun? in PLACE
        place: THEY ist nach PLACE gezogen|umgezogen
        fact: WHO zieht|wohnt|arbeitet|mag|liebt|heiratet|spielt|spricht|studiert ANY
        fact: WHO ist|sind &<persons> ANY

        # Berührungen
        touch in WAY: ADJ <way> von WHO
        touch out WAY: ADJ <way> an WHO geschrieben|geschickt|gesendet?
        touch out WAY: WHO ADJ <way> geschrieben|geschickt|gesendet|hinterlassen
        touch in WAY: von WHO ADJ <way> bekommen|erhalten
        touch both WAY: ADJ <way> mit WHO
        touch both WAY: ADJ <way> bei KNOWN END
        touch both WAY: ADJ mit WHO ADJ <way> gehabt|getrunken|gegessen|gemacht|gewesen
        touch both WAY: ADJ mit WHO ADJ <way> END
        touch in call: WHO hat mich|uns ANY angerufen|zurückgerufen
        touch in mail: WHO hat mir|uns ANY gemailt|geantwortet|zurückgeschrieben
        touch in message: WHO hat mir|uns ANY geschrieben
        touch in mail: WHO hat mir|uns ANY geschickt
        touch both meeting: WHO hat mich|uns ANY besucht
        touch in message: WHO hat sich gemeldet
        touch in call: WHO rief mich|uns|gestern|heute? ANY an
        touch in message: WHO schrieb mir|uns|dass ANY
        touch in mail: WHO mailte|antwortete mir|uns? ANY
        note: KNOWN hat|haben KNOWN ANY
        note: KNOWN hat|haben WHO ANY getroffen|gesehen|besucht|angerufen|angeschrieben|kennengelernt|geheiratet|eingeladen|vorgestellt|empfohlen|eingestellt END
        note: KNOWN rief|schrieb|traf WHO ANY
        touch both call: ADJ mit WHO ANY telefoniert
        touch both video: ADJ mit WHO ANY gezoomt|geskypt
        touch both meeting: ADJ mit WHO ANY gesprochen|besprochen|geredet|gequatscht|unterhalten
        touch both meeting: ADJ mit WHO ANY gegessen|essen|getroffen|gewesen|spazieren|getrunken|wandern|gelaufen|gearbeitet
        touch both message: ADJ mit WHO ANY gechattet|geschrieben
        touch both meeting: bei WHO zu_Besuch gewesen? ANY
        touch both meeting: bei WHO ANY gewesen|gegessen|eingeladen|übernachtet END
        touch both meeting: traf|trafen|sah|sahen|besuchte|besuchten uns|mich? mit? WHO
        touch both meeting: sprach|sprachen|redete mit WHO
        touch both call: telefonierte|telefonierten mit WHO
        touch out call: rief WHO ANY an
        touch out message: schrieb WHO
        touch out mail: mailte|antwortete WHO
        touch both meeting: ich|wir? WHO ANY getroffen|gesehen|besucht|kennengelernt|wiedergesehen
        touch both meeting: mich|uns mit WHO ANY getroffen|verabredet|ausgetauscht
        touch out call: WHO ANY angerufen|zurückgerufen
        touch out mail: WHO ANY gemailt|geantwortet|geschickt|zurückgeschrieben
        touch out message: WHO ANY geschrieben|gesimst|kontaktiert|angeschrieben|gratuliert
        touch both meeting: getroffen|gesehen|besucht|kennengelernt :? WHO
        touch both meeting: WHO kam vorbei|zu_Besuch|rüber? ANY
        touch both meeting: WHO war ANY da|hier|zu_Besuch|bei_mir|bei_uns ANY
        touch both WAY: WHO <way> END
        touch both WAY: ADJ <way> END

        # Was jemand tun soll
        mine: ich &<mydo> TEXT
        mine: &<mydo> TEXT
        do: &<do> TEXT
        do: ANY <inf> END
        do: KNOWN anrufen|zurückrufen|einladen|nachfragen|zurückgeben|weiterleiten ANY
        mine: nachfassen|nachhaken|nachfragen TEXT
        do: bitte? <do> TEXT

        # Und was sonst von jemandem gesagt wird
        fact: KNOWN TEXT
        fact: sie|er TEXT
        """;
}
