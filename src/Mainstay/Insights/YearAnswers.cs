using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>Twelve months of something, as programs are told of it.</summary>
public sealed record YearSeriesAnswer(string Name, [property: Description("January to December; null where nothing is known.")] IReadOnlyList<int?> Months);

/// <summary>A part of the year, as programs are told of it.</summary>
public sealed record YearPartAnswer(
    [property: Description("`touches`, `cameIn`, `faded`, `help`, `given`, `asks`, `needs` or `learned`.")] string Kind,
    string Head,
    IReadOnlyList<string> Sentences,
    [property: Description("How that is counted.")] string Why,
    [property: Description("Those who, and what, it is about.")] IReadOnlyList<string> Names,
    IReadOnlyList<YearSeriesAnswer> Series)
{
    public static YearPartAnswer Of(YearPart part) => new(part.Kind, part.Head.InWords(), [.. part.Sentences.Select(s => s.InWords())], part.Why.InWords(), [.. part.Names.Select(n => n.Name)],
        [.. (part.Chart?.Series ?? []).Select(s => new YearSeriesAnswer(s.Name.InWords(), s.Months))]);
}

/// <summary>A year, as programs are told of it.</summary>
public sealed record YearAnswer(
    int Year,
    [property: Description("The last day that counts: its end, or today.")] DateOnly Until,
    string Sentence,
    [property: Description("What there is to tell; empty when nothing is noted.")] IReadOnlyList<YearPartAnswer> Parts,
    [property: Description("Where those who support you today first came from.")] FirstCameAnswer Origins)
{
    public static YearAnswer Of(Year year) => new(year.Of, year.Until, year.Basis.InWords(), [.. year.Parts.Select(YearPartAnswer.Of)], FirstCameAnswer.Of(year.Came));
}
