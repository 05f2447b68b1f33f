using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Web;

/// <summary>A day's Today, as programs are told of it.</summary>
public sealed record TodayAnswer(DateOnly On, IReadOnlyList<TodayItemAnswer> Items)
{
    public static TodayAnswer Of(DateOnly on, IEnumerable<TodayItem> cards) => new(on, [.. cards.Select(TodayItemAnswer.Of)]);
}

public sealed record TodayItemAnswer(
    [property: Description("`due`, `birthday`, `task`, `gathering`, `announced`, `attending`, `encounter`, `jotted`, `ask`, `introduction`, `candidate`, `serendipity`, `advice`, `seat`, `map`, `review`, `membership`, `collaboration`, `learning`, `feedback`, `commitment`, `checkin`, `pulse`, `session`, `mail` or `setup`.")] string Kind,
    [property: Description("The same in words.")] string In,
    [property: Description("Whom it is about; null when it is about nobody.")] TodayPersonAnswer? Person,
    string Sentence,
    IReadOnlyList<string> Reasons,
    [property: Description("The one thing to do.")] string Action,
    [property: Description("What the card is about: a person, a task.")] Guid Subject)
{
    [Description("Not to be said aloud or sent on.")]
    public bool IsConfidential { get; init; }

    public static TodayItemAnswer Of(TodayItem card) => new(card.Kind, card.KindInWords.InWords(), card.PersonId is { } id ? new(id, card.PersonName ?? "") : null, card.Sentence.InWords(), [.. card.Reasons.Select(r => r.InWords())], card.Action.InWords(), card.Subject) { IsConfidential = card.IsConfidential };
}

public sealed record TodayPersonAnswer(Guid Id, string Name);
