using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>Today: it is the owner's turn with a candidate.</summary>
internal sealed class CandidateCard(SerendipityQueries serendipity) : ITodayCard
{
    /// <summary>Of those who lie there noticed not more than so many at once: they are a list to choose from, and no debt.</summary>
    private const int MostNoticed = 1;

    public IReadOnlyList<Type> About { get; } = [typeof(Candidate)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var due = (await store.CandidatesDue(today, stop)).ToList();
        if (due.Count == 0) return [];
        // Whom the week's card asks to write to is not asked for twice.
        if (await serendipity.OnToday(store, today, stop) is { } named) due.RemoveAll(l => l.It.Id == named.Subject);
        var noticed = due.Where(l => l.StepOn(today) == CandidateStep.Write).OrderBy(l => l.It.NoticedOn).ThenBy(l => l.It.Name, StringComparer.Ordinal).ThenBy(l => l.It.Id).Skip(MostNoticed).ToHashSet();
        return [.. due.Where(l => !noticed.Contains(l)).Select(l => Card(l, today))];
    }

    private static TodayItem Card(CandidateLine line, DateOnly today)
    {
        var (it, step) = (line.It, line.StepOn(today));
        return new()
        {
            Kind = "candidate",
            Subject = it.Id,
            PersonId = it.PersonId,
            PersonName = it.Name,
            Sentence = step == CandidateStep.DoNext && it.NextStep is { } next ? new("Outreach.CardDoNextSaid", it.Name, next) : new($"Outreach.Card{step}", it.Name),
            Reasons = [CandidateWords.State(it), .. CandidateWords.From(it) is { } from ? [from] : Array.Empty<Reason>(), .. line.Need is { } need ? [new("Outreach.ForNeedIs", need)] : Array.Empty<Reason>()],
            Action = new($"Outreach.Do{step}"),
            ActionHref = CandidateWords.Href(it.Id),
            LaterHref = $"{CandidateWords.Href(it.Id)}/later",
            Priority = step switch { CandidateStep.DoNext => 4.1, CandidateStep.ProposeTalk => 4.05, CandidateStep.SayWhatNext or CandidateStep.SayHowFar => 3.9, CandidateStep.FollowUp => 3.4, CandidateStep.Write => 2.6, _ => 2.4 },
        };
    }
}
