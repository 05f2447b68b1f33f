using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Rhythm;

/// <summary>Today: somebody whose time has come.</summary>
public sealed class DueCard : ITodayCard
{
    /// <summary>Further back than any other card.</summary>
    private const double Last = 100;

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.DueOn(today, stop)).Select(Card)];

    private static TodayItem Card(DuePerson due)
    {
        var kind = DueList.Fitting(due.Standing);
        return new()
        {
            Kind = "due",
            Subject = due.Id,
            PersonId = due.Id,
            PersonName = due.Name,
            Sentence = new($"Rhythm.Card{kind}", due.Name),
            Reasons = due.Standing.Reasons,
            Action = new($"Rhythm.Log{kind}"),
            ActionHref = TouchHref(due.Id),
            ActionForm = TouchForm(kind),
            LaterHref = $"/people/{due.Id}/snooze",
            IsReachingOut = true,
            Priority = due.Standing.Priority - (DueList.GoesLast(due.Standing) ? Last : 0),
            Minutes = TimeBudget.MinutesOf(kind),
        };
    }

    /// <summary>Where a form posts a touch with a person to.</summary>
    internal static string TouchHref(Guid person) => $"/people/{person}/touches";

    internal static Dictionary<string, string> TouchForm(TouchKind kind) => new() { ["kind"] = kind.ToString().ToLowerInvariant() };
}
