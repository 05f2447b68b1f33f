using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>Two people who know each other, as programs are told of them.</summary>
public sealed record AcquaintanceAnswer(
    PersonLine First, PersonLine Second,
    [property: Description("How well they know each other, 0 to 1.")] double Strength,
    [property: Description("You said it; else it is seen by signs.")] bool Said,
    [property: Description("You said that they do not know each other.")] bool Refused,
    [property: Description("From what it is known, in words.")] IReadOnlyList<string> Evidence)
{
    public static AcquaintanceAnswer Of(KnownPair pair, WhoKnowsWhom known, Guid? person = null)
    {
        var first = person ?? pair.FirstId;
        return new(known.Line(first), known.Line(pair.Other(first)), Math.Round(pair.Strength, 4), pair.IsSaid, false, [.. pair.Evidence.Select(e => e.InWords())]);
    }

    public static AcquaintanceAnswer Of(Acquaintance refused, WhoKnowsWhom known, Guid? person = null)
    {
        var first = person ?? refused.FirstId;
        return new(known.Line(first), known.Line(refused.Other(first)), 0, true, true, [Speech.Say("Introductions.YouSaidStrangers")]);
    }

    /// <summary>Whom a person knows, the best first, then those of whom the owner said that they do not.</summary>
    public static IReadOnlyList<AcquaintanceAnswer> Of(WhoKnowsWhom known, Guid person) =>
        [.. known.Of(person).Select(p => Of(p, known, person)), .. known.Refused.Where(a => a.FirstId == person || a.SecondId == person).Select(a => Of(a, known, person))];
}

/// <summary>What programs send: whom a person knows.</summary>
public sealed record AcquaintanceFields
{
    public required Guid Person { get; init; }

    [Description("Whom they know, one or several.")]
    public required IReadOnlyList<Guid> Others { get; init; }

    [Description("How well, 0 to 1; when it is left out, somewhat.")]
    public double? Strength { get; init; }

    [Description("They do not know each other, whatever the signs.")]
    public bool Refused { get; init; }
}

/// <summary>What programs send: many lines at once.</summary>
public sealed record PastedFields([property: Description("A line for two people: both names or ids with a comma, semicolon or tab between, and how well, 0 to 1, if known.")] string Lines);

/// <summary>What became of many lines.</summary>
public sealed record PastedAnswer(
    [property: Description("How many new ones are known now.")] int Added,
    [property: Description("How many were known already, or said twice.")] int Known,
    [property: Description("Lines that could not be understood: at most 100 of them.")] IReadOnlyList<PastedProblemAnswer> Problems,
    [property: Description("How many lines could not be understood.")] int Failed)
{
    public static PastedAnswer Of(Pasted pasted) => new(pasted.Added, pasted.Known, [.. pasted.Problems.Select(p => new PastedProblemAnswer(p.Line, p.Sentence.InWords()))], pasted.Failed);
}

/// <summary>A line that could not be understood.</summary>
public sealed record PastedProblemAnswer(int Line, string Problem);
