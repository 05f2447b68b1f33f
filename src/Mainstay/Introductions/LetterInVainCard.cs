using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Today: a letter about an introduction did not come through, or may not have, and nobody sends it again by themselves. What became of mail is its owner's alone.</summary>
[OwnersOnly]
internal sealed class LetterInVainCard : ITodayCard
{
    /// <summary>So long it is spoken of; then it stands only where the introduction stands.</summary>
    private const int Days = 14;

    public IReadOnlyList<Type> About { get; } = [typeof(Introduction)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.LettersInVain(today, Days, stop)).Select(l => Card(l.Line, l.Letter))];

    private static TodayItem Card(IntroductionLine line, Letter letter)
    {
        // Of two whom the owner brings together the address says which one it is.
        var to = line.It.IsMine ? null : letter.Cause is IntroductionMailActions.CauseAsk or IntroductionMailActions.CauseThanks ? new PersonLine(line.It.ConnectorId!.Value, line.Connector!) : line.About;
        return new()
        {
            Kind = "mail",
            Subject = line.It.Id,
            PersonId = to?.Id,
            PersonName = to?.Name,
            // What was refused, kept back or came back is no "perhaps".
            Sentence = to is null ? new(letter.ReachedNobody ? "Introductions.CardUnreachedBoth" : "Introductions.CardInVainBoth", letter.To, line.First, line.Second)
                : new(letter.ReachedNobody ? "Introductions.CardUnreached" : "Introductions.CardInVain", to.Name),
            Reasons = [letter.WhyNot()!, new("Introductions.ItWasFor", line.It.Purpose)],
            Action = new("Introductions.DoInVain"),
            ToType = letter.ReachedNobody ? new("Introductions.TypeAnew", line.It.Ending()) : null,
            ActionHref = $"/introductions/{line.It.Id}",
            Href = $"/introductions/{line.It.Id}",
            LaterHref = $"/introductions/{line.It.Id}/later",
            Priority = 5.6,
        };
    }
}

internal static class LettersInVainQueries
{
    /// <summary>Of each introduction of which Today may speak, the first letter of late that nobody sends again by themselves and that may not have come through, or came back; not what was called off, nor what would be sent no more as it stands.</summary>
    public static async Task<IReadOnlyList<(IntroductionLine Line, Letter Letter)>> LettersInVain(this Store store, DateOnly today, int days, CancellationToken stop)
    {
        var (since, spoken) = (today.AddDays(-days).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), store.Introductions.Where(i => i.ClosedOn == null && (i.QuietUntil == null || i.QuietUntil <= today)));
        var letters = await store.Letters.AsNoTracking()
            .Where(l => (l.State == LetterState.Failed || l.State == LetterState.PerhapsSent || l.State == LetterState.Held || l.State == LetterState.CameBack) && l.Since >= since && l.Failure != null && l.Failure != Letter.CalledOff && spoken.Any(i => i.Id == l.SubjectId))
            .OrderBy(l => l.CreatedAt).ThenBy(l => l.Id).ToListAsync(stop);
        var told = new List<(IntroductionLine, Letter)>();
        foreach (var about in letters.Where(l => IntroductionMailActions.IsOfIntroduction(l.Cause)).GroupBy(l => l.SubjectId!.Value))
        {
            var line = await store.IntroductionOf(about.Key, stop);
            if (about.FirstOrDefault(l => line.It.StillStands(l.Cause, today) && !line.HasAnswered(l.Cause, l.Id) && !line.WasFollowed(l)) is { } letter) told.Add((line, letter));
        }
        return told;
    }
}
