namespace Mainstay.Sample;

/// <summary>Sixty invented people around somebody who builds scheduling software for clinics, alone, from Lisbon.</summary>
/// <remarks>name | given | family | role | organization | title | layer | days between touches | days of silence | place | topics | how we met | usual touch | birthday (+2: in two days)</remarks>
internal static class SamplePeople
{
    public const string Table = """
        Inês Carvalho|Inês|Carvalho|peer|Estúdio Carvalho|Founder|core|7|3|Lisbon, Portugal|freelancing, pricing|Shared a desk at the Largo coworking|meeting|+9
        Tomasz Wiśniewski|Tomasz|Wiśniewski|peer|Klinika Kod|Founder|core|8|17|Kraków, Poland|clinics, remote teams|The founders' table of 2023|video|--04-19
        Grace Okonkwo|Grace|Okonkwo|mentor|Meridian Health|Chief product officer|core|21|44|London, United Kingdom|product, pricing, hiring|She spoke at MedTech Forum; I wrote to her|call|1974-09-02
        Miguel Ángel Fuentes Barrientos|Miguel Ángel|Fuentes Barrientos|friend|||core|9|2|Porto, Portugal|listening|We studied together|meeting|1989-12-24
        Johanna Lindqvist|Johanna|Lindqvist|coach|Lindqvist Coaching|Coach|core|14|12|Malmö, Sweden|focus, confidence|Recommended by Grace|video|
        陈美玲|美玲|陈|advisor|Harbour Partners|Partner|close|30|71|Singapore, Singapore|fundraising, Asia|Introduced by Tomasz|video|--02-17
        Yusuf Demirci|Yusuf|Demirci|advisor|Demirci Hukuk|Lawyer|close|45|38|Istanbul, Türkiye|contracts, data protection|Needed a contract in a hurry|mail|
        Amara Nwosu|Amara|Nwosu|peer|Pulse & Post|Founder|close|24|29|Lagos, Nigeria|marketing, communities|Indie Makers circle|message|--12-03
        Søren Kjærgaard|Søren|Kjærgaard|mentor|Retired|Hospital director|close|60|95|Aarhus, Denmark|hospitals, procurement|A talk at the Nordic Health Days|call|1951-06-15
        Leïla Benkirane|Leïla|Benkirane|colleague||Freelance designer|close|12|9|Casablanca, Morocco|design, accessibility|We built the booking page together|video|+2
        Виктория Мельник|Виктория|Мельник|colleague||Freelance backend engineer|close|15|26|Warsaw, Poland|databases, security|Found her code before I met her|video|
        山田 花子|花子|山田|partner|Sakura Clinics|Head of operations|close|28|33|Osaka, Japan|clinics, pilots|Pilot customer of the first hour|video|--03-03
        Rohan Deshpande|Rohan|Deshpande|peer|Tidy Ledger|Founder|close|30|64|Pune, India|bookkeeping, growth|Neighbour at a trade fair|call|
        Ana Ferreira|Ana|Ferreira|friend|Câmara de Lisboa|Architect|close|30|31|Lisbon, Portugal|listening, city|Choir|meeting|+0
        Kwame Boateng|Kwame|Boateng|mentor|Accra Ventures|Partner|close|50|118|Accra, Ghana|fundraising, Africa|Mentor of the accelerator|video|
        Sofia Papadopoulou|Sofia|Papadopoulou|advisor|Papadopoulou & Co|Tax adviser|close|90|70|Athens, Greece|taxes, invoices|My first tax letter|mail|
        Daniel O'Sullivan|Daniel|O'Sullivan|peer|Shift Happens|Founder|close|21|23|Cork, Ireland|scheduling, sales|We are almost competitors|message|--07-08
        محمد الحداد|محمد|الحداد|partner|مستشفى السلام|Head of IT|close|40|82|Amman, Jordan|integrations, hospitals|Introduced by Søren|mail|
        Beatriz Gonçalves-Montenegro|Beatriz|Gonçalves-Montenegro|sponsor|Hospital da Luz|Director of innovation|close|75|140|Lisbon, Portugal|hospitals, opportunities|She opened the first door|meeting|
        Noor van den Heuvel|Noor|van den Heuvel|peer|Heuvel Studio|Service designer|close|26|22|Utrecht, Netherlands|research, facilitation|Workshop in Rotterdam|video|--01-12
        Fatima Zahra El Idrissi|Fatima Zahra|El Idrissi|peer|Rendez-vous Santé|Founder|extended|70|60|Rabat, Morocco|clinics, Francophone Africa|Panel in Casablanca|video|
        김지훈|지훈|김|peer|Onda Labs|Engineer|extended|80|133|Seoul, South Korea|mobile, performance|A bug we shared|message|
        Eleni Stavrou|Eleni|Stavrou|colleague||Freelance copywriter|extended|40|35|Nicosia, Cyprus|writing, tone|She rewrote my landing page|mail|
        Marek Novotný|Marek|Novotný|peer|Brno Byte|Founder|extended|65|101|Brno, Czechia|hosting, privacy|Self-hosters' meetup|message|
        Priya Raghunathan|Priya|Raghunathan|advisor|Northside Data|Data protection officer|extended|90|44|Dublin, Ireland|data protection, audits|Asked her one question; got a page|mail|
        Lucas Moreira da Silva|Lucas|Moreira da Silva|partner|Clínica Moreira|Owner|extended|45|52|Braga, Portugal|clinics, feedback|Customer number three|call|--05-28
        Olga Petrova|Olga|Petrova|peer|Clear Copy|Founder|extended|90|160|Tbilisi, Georgia|content, teams|Same cohort|message|
        שרה לוי|שרה|לוי|mentor|Levi Medical|Founder|extended|100|84|Haifa, Israel|medical devices, regulation|Matched by a mentoring programme|video|
        Thandiwe Mokoena|Thandiwe|Mokoena|peer|Mokoena Works|Consultant|extended|75|20|Cape Town, South Africa|change, training|Hot seat partner|video|--08-09
        Hans-Peter Obermüller|Hans-Peter|Obermüller|advisor|Obermüller Beratung|Consultant|extended|120|190|Graz, Austria|pricing, negotiation|A book of his, then a letter|call|
        Chiara Bellini|Chiara|Bellini|colleague||Freelance illustrator|extended|60|48|Bologna, Italy|illustration|The icons of the first version|mail|
        Emre Yıldız|Emre|Yıldız|peer|Poliklinik App|Founder|extended|80|97|Izmir, Türkiye|clinics, mobile|Introduced by Yusuf|message|
        Nguyễn Thị Lan|Lan|Nguyễn Thị|peer|Saigon Health Hub|Community lead|extended|90|75|Ho Chi Minh City, Vietnam|communities, events|Online community of health founders|message|
        Agnieszka Dąbrowska|Agnieszka|Dąbrowska|partner|MedGroup Polska|Buyer|extended|60|110|Wrocław, Poland|procurement|Fair in Poznań|mail|
        Benedikt Rauch|Benedikt|Rauch|peer|Termin.at|Founder|extended|100|58|Vienna, Austria|scheduling, Austria|We compared notes instead of fighting|call|--10-01
        Zanele Dube|Zanele|Dube|friend|University of Cape Town|Researcher|extended|70|41|Cape Town, South Africa|research, listening|Summer school|video|
        Óscar Iglesias|Óscar|Iglesias|peer|Hola Turno|Founder|extended|90|125|Valencia, Spain|sales, Spain|Introduced by Daniel|video|
        Mei-Ling Tan|Mei-Ling|Tan|advisor|Tan Associates|Investor relations|extended|120|88|Kuala Lumpur, Malaysia|fundraising|Introduced by 陈美玲|mail|
        Petra Zupančič|Petra|Zupančič|peer|Ordinacija Plus|Founder|extended|80|66|Ljubljana, Slovenia|clinics|Regional founders' dinner|meeting|
        Ibrahim Traoré|Ibrahim|Traoré|partner|Clinique Teriya|Director|extended|60|72|Bamako, Mali|clinics, payment|Pilot in two clinics|call|
        Hannah Weisz|Hannah|Weisz|peer|Weisz Works|Founder|wider|200|230|Budapest, Hungary|analytics|Train to Vienna|message|
        Jorge Luis Cárdenas|Jorge Luis|Cárdenas|colleague||Freelance translator|wider|150|120|Mexico City, Mexico|Spanish, medicine|Translated the manual|mail|
        Aoife Brennan|Aoife|Brennan|colleague|HSE|Nurse manager|wider|180|210|Galway, Ireland|shifts, wards|Interview for research|call|
        Dmitri Ivanov|Dmitri|Ivanov|peer|Cloudpost|Engineer|wider|160|340|Yerevan, Armenia|mail, deliverability|Saved my newsletter|message|
        Farah Siddiqui|Farah|Siddiqui|peer|Mind the Clinic|Founder|wider|200|95|Karachi, Pakistan|mental health|Conference corridor|message|
        Wanjiru Kamau|Wanjiru|Kamau|mentor|Kamau Advisory|Adviser|wider|250|180|Nairobi, Kenya|partnerships, Africa|Introduced by Kwame|video|
        Stefan Dimitrov|Stefan|Dimitrov|peer|Sofia Systems|Founder|wider|300|410|Sofia, Bulgaria|integrations|Hackathon|message|
        Anneli Saar|Anneli|Saar|advisor|e-Health Estonia|Analyst|wider|220|150|Tallinn, Estonia|public sector, standards|Her report on records|mail|
        Renata Horváth|Renata|Horváth|peer|Naptár Kft|Product manager|wider|240|90|Budapest, Hungary|calendars|Open source calendar library|message|
        Tevita Fonua|Tevita|Fonua|peer|Island Health|Nurse|wider|300|260|Nuku'alofa, Tonga|islands, telehealth|Wrote to support, stayed in touch|mail|
        Camille Dubois|Camille|Dubois|sponsor|Fonds Santé|Programme manager|wider|180|320|Lyon, France|grants|Grant interview|mail|
        Saoirse Ní Bhriain|Saoirse|Ní Bhriain|friend|||wider|150|60|Dublin, Ireland|writing|Old flatmate|message|--12-31
        Arjun Mehta|Arjun|Mehta|peer|Queue Less|Founder|wider|200|500|Bengaluru, India|queues, growth|Podcast guest|video|
        Gustavo Pereira|Gustavo|Pereira|colleague||Freelance accountant|wider|120|85|Lisbon, Portugal|bookkeeping|Recommended by Inês|mail|
        Linnea Ahlgren|Linnea|Ahlgren|peer|Vårdtid|Founder|wider|260|390|Gothenburg, Sweden|scheduling, Nordics|Introduced by Johanna|message|
        بهار رضایی|بهار|رضایی|peer|||none|0|25|Hamburg, Germany|design|Asked for advice on LinkedIn|message|
        Paul Schmidt|Paul|Schmidt||Arztpraxis Schmidt|Physician|none|0|12|Bonn, Germany|practice|Demo call|video|
        Paula Schmidt|Paula|Schmidt|||Freelance photographer|none|0|200|Berlin, Germany|photography|Portraits at the conference|meeting|
        Kenji Watanabe|Kenji|Watanabe||Watanabe Dental|Dentist|none|0|47|Kyoto, Japan|dentistry|Introduced by 山田 花子|mail|
        Rosa Martínez Ruiz|Rosa|Martínez Ruiz||Clínica Sol|Receptionist|none|0|8|Seville, Spain|reception|Knows best what is wrong with the booking page|call|
        """;

    /// <summary>What was talked about; chosen by turns.</summary>
    public static readonly string[] Notes =
    [
        "Went through pricing of the second seat; charge for it.", "Talked about the pilot and what the ward really needs.", "Coffee by the river. Mostly listened.",
        "Feedback on the booking page: fewer fields, larger buttons.", "Shared the template for the data protection letter.", "Planned the workshop in spring.",
        "How to say no to a customer who wants everything.", "Compared churn; ours is better than I feared.", "Asked for an introduction to the hospital's buyer.",
        "Promised to send the deck.", "Talked about rest, and how to take a real week off.", "Reviewed the contract; two clauses to change.",
        "Told me how procurement really decides.", "Exchanged notes on hosting costs.", "Checked in on the goal: ten customer calls.",
        "Congratulated on the new clinic.", "Debugged the calendar import together.", "Discussed whether to raise money at all.",
        "Sent the article on shift fatigue.", "Quick hello after the webinar.",
    ];
}
