using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>Somebody or something that brought people, as programs are told of it.</summary>
public sealed record CameSourceAnswer([property: Description("Who or what, in your words; null when only the kind is known.")] string? Name, [property: Description("Who it is, when they are one of your people.")] Guid? Person, IReadOnlyList<PersonLine> People);

/// <summary>People who first came in one way, as programs are told of them.</summary>
public sealed record CameGroupAnswer(CameBy By, int Count, string Sentence, [property: Description("Who brought most comes first.")] IReadOnlyList<CameSourceAnswer> Sources)
{
    public static CameGroupAnswer Of(CameGroup group) => new(group.By, group.Count, group.Sentence.InWords(), [.. group.Sources.Select(s => new CameSourceAnswer(s.Name, s.PersonId, s.People))]);
}

/// <summary>Where those who support the owner today first came from, as programs are told of it.</summary>
public sealed record FirstCameAnswer(
    [property: Description("How many people it is about.")] int People,
    [property: Description("Of how many of them it is noted.")] int Noted,
    [property: Description("They would help with an open need, as the support map counts them; else, as nobody would, they have a role that still holds.")] bool ByNeeds,
    string Sentence,
    [property: Description("The largest first; of whom nothing is noted, last.")] IReadOnlyList<CameGroupAnswer> Groups)
{
    public static FirstCameAnswer Of(FirstCame came) => new(came.Everybody, came.Noted, came.ByNeeds, string.Join(' ', came.Basis.Select(r => r.InWords())), [.. came.Groups.Select(CameGroupAnswer.Of)]);
}
