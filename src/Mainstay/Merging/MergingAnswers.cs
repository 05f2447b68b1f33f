using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Merging;

/// <summary>Two people who may be one, for programs.</summary>
internal sealed record DuplicateAnswer(
    PersonLine First,
    PersonLine Second,
    [property: Description("0 to 1: an estimate, to sort by and never to act upon.")] double Score,
    [property: Description("The same in words.")] string Sentence,
    [property: Description("What speaks for it and what against it.")] IReadOnlyList<string> Reasons)
{
    public static DuplicateAnswer Of(LikelyPair pair, IReadOnlyDictionary<Guid, string> names) =>
        new(new(pair.FirstId, names[pair.FirstId]), new(pair.SecondId, names[pair.SecondId]), Math.Round(pair.Score, 2), Speech.Say(Likeness.Said(pair.Score)), [.. pair.Because.Select(b => b.InWords())]);
}

internal sealed record DuplicatesAnswer(IReadOnlyList<DuplicateAnswer> Items, [property: Description("How many pairs there are in all.")] int Total)
{
    public static DuplicatesAnswer Of(Duplicates found) => new([.. found.Pairs.Select(p => DuplicateAnswer.Of(p, found.Names))], found.Total);
}

/// <summary>Two people beside each other, for programs.</summary>
internal sealed record CompareAnswer(
    [property: Description("How likely it is that they are one; null when next to nothing speaks for it.")] DuplicateAnswer? Likely,
    [property: Description("What can only be said once, and both say otherwise: `take` names those in which the other has the word.")] IReadOnlyList<Difference> Differences)
{
    public static CompareAnswer Of(SideBySide both) => new(both.Likely is { } likely ? DuplicateAnswer.Of(likely, new Dictionary<Guid, string> { [both.Keep.Person.Id] = both.Keep.Person.Name, [both.Other.Person.Id] = both.Other.Person.Name }) : null, both.Differences);
}

internal sealed record MergeFields(
    [property: Description("Who is the same person once more.")] Guid Other,
    [property: Description("The names of the differences in which the other has the word.")] IReadOnlyList<string>? Take = null);
