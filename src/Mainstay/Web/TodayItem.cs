using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Web;

/// <summary>Something Today may say: one sentence, its reasons, one action.</summary>
public sealed record TodayItem
{
    /// <summary>Of what kind the card is, as programs read it; <see cref="KindInWords"/> says it to people.</summary>
    public required string Kind { get; init; }

    /// <summary>What kind of card it is: <c>Web.Kind_</c> and the kind is the key.</summary>
    public Reason KindInWords => new($"Web.Kind_{Kind}");

    /// <summary>What the card is about: the person, the task; the same id every day.</summary>
    public required Guid Subject { get; init; }

    public Guid? PersonId { get; init; }

    public string? PersonName { get; init; }

    public required Reason Sentence { get; init; }

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>The one thing to do, in words: "Log a call".</summary>
    public required Reason Action { get; init; }

    /// <summary>What does it on the command line, in words; null where the action says enough.</summary>
    public Reason? ToType { get; init; }

    /// <summary>Where the action is done: a page, or the address a form posts to.</summary>
    public required string ActionHref { get; init; }

    /// <summary>Form fields that the action posts; a plain link when null.</summary>
    public IReadOnlyDictionary<string, string>? ActionForm { get; init; }

    /// <summary>Where the sentence leads when it is about nobody.</summary>
    public string? Href { get; init; }

    /// <summary>What else may be true and is done in one tap, in words: "I left"; null when there is nothing.</summary>
    public Reason? Instead { get; init; }

    /// <summary>Where a form posts to that does it.</summary>
    public string? InsteadHref { get; init; }

    /// <summary>Where a form posts <c>days</c> to, to hear of it so much later; null when it can only be put aside for the day.</summary>
    public string? LaterHref { get; init; }

    /// <summary>The purpose of links to its subject by which the owner does it out of a mail, without signing in; null when they open its page.</summary>
    public string? LinkPurpose { get; init; }

    /// <summary>No mail, notice or assistant says it; the owner's own page, command line and programs do.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>It names somebody whose time has come; some places of the day are kept for such cards.</summary>
    public bool IsReachingOut { get; init; }

    /// <summary>Larger comes first.</summary>
    public double Priority { get; init; }

    /// <summary>How long it may take; counted against the owner's time for people.</summary>
    public int Minutes { get; init; }
}

/// <summary>A room that has something to say on Today.</summary>
public interface ITodayCard
{
    /// <summary>The kinds of rows it speaks of: while the network keeps none of any of them it is not asked. Empty: always asked.</summary>
    IReadOnlyList<Type> About => [];

    /// <summary>Everything worth saying on the owner's day, most pressing first. Today itself chooses and deals.</summary>
    Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop);
}

/// <summary>The room that knows how much time the owner has for people.</summary>
public interface ITodayTime
{
    /// <summary>Minutes that are left on the owner's day of their week; null when they set no limit.</summary>
    Task<int?> MinutesLeft(Store store, DateOnly today, CancellationToken stop);
}
