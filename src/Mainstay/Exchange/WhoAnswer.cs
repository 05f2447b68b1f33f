using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>Somebody who could help, as programs are told of them.</summary>
public sealed record WhoAnswer(
    Guid Id, string Name, [property: Description("An estimate: can × will × soon, where soon counts half.")] double Score,
    [property: Description("How much they know of it, 0 to 1.")] double Can,
    [property: Description("How likely they say yes, 0 to 1.")] double Will,
    [property: Description("How soon, 0 to 1: half for an answer within a week.")] double Soon,
    [property: Description("Where it stands, word for word.")] IReadOnlyList<EvidenceAnswer> Evidence,
    [property: Description("The three parts in words.")] IReadOnlyList<string> Reasons)
{
    public static WhoAnswer Of(WhoCanHelp who) => new(who.Id, who.Name, Rounded(who.Score), Rounded(who.Can), Rounded(who.Will), Rounded(who.Soon),
        [.. who.Evidence.Select(e => new EvidenceAnswer(e.Field, Speech.Say($"Search.{e.Field}"), e.Text))],
        [.. who.WhyCan.Concat(who.WhyWill).Concat(who.WhySoon).Select(r => r.InWords())]);

    private static double Rounded(double share) => Math.Round(share, 4);
}

/// <summary>A piece of what the owner wrote.</summary>
public sealed record EvidenceAnswer([property: Description("What kind of text it is from.")] string Field, [property: Description("The same in words.")] string In, string Text);

/// <summary>Who could help, as programs are told of it.</summary>
public sealed record HelpAnswers(
    [property: Description("What was looked for in the question.")] IReadOnlyList<string> Words,
    [property: Description("What is to be known of the answer as a whole.")] IReadOnlyList<string> Remarks,
    [property: Description("How many people have any of the words.")] int Known,
    [property: Description("The likeliest first.")] IReadOnlyList<WhoAnswer> People)
{
    public static HelpAnswers Of(HelpAnswer answer) => new(answer.Words, [.. answer.Remarks.Select(r => r.InWords())], answer.Known, [.. answer.People.Select(WhoAnswer.Of)]);
}
