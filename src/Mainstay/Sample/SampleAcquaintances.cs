namespace Mainstay.Sample;

/// <summary>Who knows whom in the sample network, and how well. Tomasz stands between those who found companies, those who invest and those who build.</summary>
internal static class SampleAcquaintances
{
    public static readonly (string Name, string Other, double Strength)[] Table =
    [
        ("Grace Okonkwo", "Johanna Lindqvist", .8), ("Grace Okonkwo", "Søren Kjærgaard", .5), ("Grace Okonkwo", "Tomasz Wiśniewski", .35),
        ("Søren Kjærgaard", "محمد الحداد", .6), ("Søren Kjærgaard", "Anneli Saar", .4), ("Søren Kjærgaard", "Linnea Ahlgren", .3), ("Johanna Lindqvist", "Linnea Ahlgren", .6),
        ("Tomasz Wiśniewski", "陈美玲", .6), ("Tomasz Wiśniewski", "Виктория Мельник", .7), ("Tomasz Wiśniewski", "Agnieszka Dąbrowska", .5),
        ("Tomasz Wiśniewski", "Amara Nwosu", .6), ("Tomasz Wiśniewski", "Daniel O'Sullivan", .5), ("Tomasz Wiśniewski", "Petra Zupančič", .5),
        ("Kwame Boateng", "Wanjiru Kamau", .8), ("Kwame Boateng", "Mei-Ling Tan", .3), ("陈美玲", "Mei-Ling Tan", .8), ("陈美玲", "Kwame Boateng", .3),
        ("Daniel O'Sullivan", "Óscar Iglesias", .6), ("Daniel O'Sullivan", "Benedikt Rauch", .5), ("Amara Nwosu", "Daniel O'Sullivan", .4), ("Benedikt Rauch", "Petra Zupančič", .6),
        ("Inês Carvalho", "Gustavo Pereira", .7), ("Inês Carvalho", "Miguel Ángel Fuentes Barrientos", .6), ("Inês Carvalho", "Ana Ferreira", .5), ("Ana Ferreira", "Miguel Ángel Fuentes Barrientos", .4),
        ("Inês Carvalho", "Leïla Benkirane", .5), ("Inês Carvalho", "Lucas Moreira da Silva", .3), ("Beatriz Gonçalves-Montenegro", "Lucas Moreira da Silva", .4),
        ("Leïla Benkirane", "Chiara Bellini", .6), ("Leïla Benkirane", "Виктория Мельник", .6), ("Leïla Benkirane", "Eleni Stavrou", .5),
        ("Yusuf Demirci", "Emre Yıldız", .7), ("山田 花子", "Kenji Watanabe", .8),
    ];
}
