using Mainstay.Exchange;

namespace Mainstay.Sample;

internal sealed record SampleFavour(string Name, Way Way, string What, string? Topic, int DaysAgo, Weight Weight = Weight.Normal);

internal sealed record SampleAsk(string Name, string What, string HowLong, int DaysAgo, AskReply? Reply, params string[] Then);

/// <summary>What went to and fro in the sample network.</summary>
internal static class SampleExchange
{
    public static readonly SampleAsk[] Asks =
    [
        new("Grace Okonkwo", "Would you read my price list before I send it to the clinics?", "20", 2, new(AskReplyKind.Yes, "Gladly. Send it over, I will look at it on Thursday.")),
        new("Kwame Boateng", "Is a bridge loan a bad idea at our size?", "30", 6, null, "Mei-Ling Tan", "陈美玲"),
        new("Beatriz Gonçalves-Montenegro", "Could you tell me how the hospital decides about the pilot?", "15", 1, null),
    ];

    public static readonly SampleFavour[] Favours =
    [
        new("Johanna Lindqvist", Way.Received, "Two sessions on how to say no", "focus", 40, Weight.Heavy),
        new("Tomasz Wiśniewski", Way.Given, "Tested his calendar import for an afternoon", "scheduling", 25),
        new("Tomasz Wiśniewski", Way.Received, "Looked over the hosting bill", "hosting", 60, Weight.FiveMinute),
        new("Yusuf Demirci", Way.Received, "Answered about the contract the same day", "contracts", 20),
        new("Yusuf Demirci", Way.Received, "Found the clause that mattered", "contracts", 75),
        new("Yusuf Demirci", Way.Received, "Looked at the letter about data protection", "data protection", 130),
        new("Amara Nwosu", Way.Given, "Introduced her to a customer in Porto", null, 15, Weight.FiveMinute),
    ];

    public static readonly (string Name, string Text, int DaysAgo)[] Wishes =
    [
        ("Amara Nwosu", "Feedback on the first screens of her new app", 12),
        ("Leïla Benkirane", "Somebody who knows about visas for Portugal", 30),
    ];

    public static readonly (string Name, string What, int DaysAgo)[] Doors =
    [
        ("Beatriz Gonçalves-Montenegro", "A slot at the hospital's innovation day", 50),
        ("Søren Kjærgaard", "A letter to the director in Odense", 95),
    ];
}
