using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>Who could help with something: the likeliest first.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Words">What was looked for in it; none when it says nothing to look for.</param>
/// <param name="People">Who could help.</param>
/// <param name="Known">How many people have any of the words.</param>
public sealed record HelpAnswer(string Question, IReadOnlyList<string> Words, IReadOnlyList<WhoCanHelp> People, int Known)
{
    /// <summary>The question was longer than what was looked for.</summary>
    public bool IsShortened { get; init; }

    /// <summary>What was probably meant, when words were mistyped; null otherwise.</summary>
    public string? Meant { get; init; }

    /// <summary>The need it was asked for.</summary>
    public Guid? NeedId { get; init; }

    /// <summary>What to know of the answer as a whole.</summary>
    public IReadOnlyList<Reason> Remarks =>
    [
        .. Words.Count == 0 ? (Reason[])[new("Exchange.WhoSayMore")] : People.Count == 0 ? [new("Exchange.WhoNobody", (object)Words)] : [],
        .. IsShortened ? (Reason[])[new("Exchange.WhoShortened", (object)Words)] : [],
        .. Meant is not null && People.Count > 0 ? (Reason[])[new("Exchange.WhoMeant", Meant)] : [],
    ];
}

/// <summary>Somebody who could help: how much they know × how likely they say yes × how soon. Each is an estimate from 0 to 1.</summary>
public sealed record WhoCanHelp(Guid Id, string Name, double Can, double Will, double Soon)
{
    /// <summary>A product, not a sum: an expert who never answers is of no use, nor is a friend who knows nothing of it.</summary>
    public double Score => HelpEstimate.Score(Can, Will, Soon);

    /// <summary>Why they may know: how much, and how often they helped with it.</summary>
    public required IReadOnlyList<Reason> WhyCan { get; init; }

    /// <summary>Why they may say yes.</summary>
    public required IReadOnlyList<Reason> WhyWill { get; init; }

    /// <summary>Why it may be soon.</summary>
    public required IReadOnlyList<Reason> WhySoon { get; init; }

    /// <summary>Where it stands, word for word.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}

/// <summary>A piece of what the owner wrote, with what was looked for.</summary>
/// <param name="Field">What kind of text it is: the name of its field.</param>
/// <param name="Text">In one line, with … where something was left out.</param>
/// <param name="Marks">Start and length of what was looked for, in UTF-16 units, in order.</param>
public sealed record Evidence(string Field, string Text, IReadOnlyList<(int Start, int Length)> Marks);
