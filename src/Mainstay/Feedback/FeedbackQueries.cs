using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Feedback;

/// <summary>Somebody who is asked, by name, and whether they are there: who lies in the trash is written to no more.</summary>
public sealed record InviteLine(FeedbackInvite It, string Name, bool IsThere)
{
    public PersonLine Person => new(It.PersonId, Name);
}

/// <summary>What one said to one question; without a name where nobody is to know, or they are gone.</summary>
public sealed record SaidLine(string Text, PersonLine? Person, DateOnly? On);

/// <summary>A request with those who are asked.</summary>
/// <param name="It">The request.</param>
/// <param name="People">Those who are asked.</param>
/// <param name="Answered">How many answers there are.</param>
public sealed record FeedbackLine(FeedbackRequest It, IReadOnlyList<InviteLine> People, int Answered)
{
    /// <summary>The answers, where they were asked for.</summary>
    public IReadOnlyList<FeedbackReply> Replies { get; init; } = [];

    public FeedbackCounts Counts { get; } = FeedbackCounts.Of(People.Select(p => p.It.State)) with { Answered = Answered, Unwritten = People.Count(p => IsUnwritten(It, p)) };

    /// <summary>The one reminder was sent to whoever could be reminded.</summary>
    public bool IsReminded => Open.All(p => p.It.RemindedOn is not null);

    /// <summary>Those who are not written to yet. Of an anonymous request only that counts, and not whether they answered by a link that came otherwise: the owner could tell by it who did.</summary>
    public IEnumerable<InviteLine> Unwritten => People.Where(p => IsUnwritten(It, p));

    /// <summary>Those whose answer is awaited, where that may be known; of an anonymous request, all who were written to.</summary>
    public IEnumerable<InviteLine> Open => People.Where(p => p.IsThere && (It.IsAnonymous ? p.It.SentOn is not null : p.It.State == InviteState.Sent));

    /// <summary>Those who are to hear what became of it: who answered, and of an anonymous request all who are asked.</summary>
    public IEnumerable<InviteLine> Thanked => People.Where(p => p.IsThere && (It.IsAnonymous || p.It.State == InviteState.Answered));

    private static bool IsUnwritten(FeedbackRequest it, InviteLine invite) => invite.IsThere && (it.IsAnonymous ? invite.It.SentOn is null : invite.It.State == InviteState.Drafted);

    public FeedbackStep StepOn(DateOnly today) => It.StepOn(Counts, IsReminded, today);

    public bool IsShown(DateOnly today) => It.IsShown(Counts, today);

    /// <summary>Whether more people can be asked: not when anonymous answers were shown, for what came after could be told apart.</summary>
    public bool MayAskMore(DateOnly today) => It.ClosedOn is null && today <= It.DueOn && !(It.IsAnonymous && IsShown(today));

    /// <summary>What may be read of the answers, question by question. Anonymous ones lie in the order of their letters, so that nobody puts one person's together.</summary>
    public IReadOnlyList<IReadOnlyList<SaidLine>> Said(DateOnly today) => [.. It.Asked.Select((_, question) => IsShown(today) ? Answers(question) : [])];

    private IReadOnlyList<SaidLine> Answers(int question)
    {
        var said = from reply in Replies
                   let text = reply.Said[question]
                   where text is not null
                   select new SaidLine(text, People.FirstOrDefault(p => p.It.Id == reply.InviteId)?.Person, reply.On);
        return It.IsAnonymous ? [.. said.OrderBy(s => s.Text, StringComparer.Ordinal)] : [.. said.OrderBy(s => s.On).ThenBy(s => s.Person?.Name, StringComparer.Ordinal)];
    }
}

public static class FeedbackQueries
{
    /// <summary>Every request: what is the owner's turn first, then what waits, then what is done, the latest first.</summary>
    public static async Task<IReadOnlyList<FeedbackLine>> AllFeedback(this Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.Lines(store.FeedbackRequests, stop)).OrderBy(l => l.StepOn(today) switch { FeedbackStep.Wait => 1, FeedbackStep.Nothing => 2, _ => 0 }).ThenByDescending(l => l.It.CreatedAt).ThenByDescending(l => l.It.Id)];

    /// <summary>Those of which something may still be the owner's turn, without what was answered.</summary>
    public static Task<List<FeedbackLine>> OpenFeedback(this Store store, CancellationToken stop) => store.Lines(store.FeedbackRequests.Where(r => r.ChangedOn == null), stop, withReplies: false);

    /// <summary>Those whose last day lies between these, without what was answered.</summary>
    public static Task<List<FeedbackLine>> FeedbackDueBetween(this Store store, DateOnly from, DateOnly until, CancellationToken stop) => store.Lines(store.FeedbackRequests.Where(r => r.ClosedOn == null && r.DueOn >= from && r.DueOn <= until), stop, withReplies: false);

    public static async Task<FeedbackLine> FeedbackOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.FeedbackRequests.Where(r => r.Id == id), stop) is [var line] ? line : throw new NotFound("Feedback.NotThere");

    /// <summary>The one request whose id ends so.</summary>
    public static async Task<FeedbackLine> FeedbackEndingWith(this Store store, string end, CancellationToken stop)
    {
        var all = await store.FeedbackRequests.AsNoTracking().ToListAsync(stop);
        return all.Where(r => r.EndsSo(end)).ToList() switch { [var one] => await store.FeedbackOf(one.Id, stop), [] => throw new NotFound("Feedback.NoneCalled", end), _ => throw new Conflict("Feedback.SeveralCalled", end) };
    }

    /// <summary>What somebody said under their name, with the request it was said to; the latest first.</summary>
    public static async Task<IReadOnlyList<FeedbackLine>> FeedbackFrom(this Store store, Guid person, CancellationToken stop)
    {
        var (invites, replies) = (store.FeedbackInvites, store.FeedbackReplies);
        var theirs = store.FeedbackRequests.Where(r => !r.IsAnonymous && invites.Any(i => i.RequestId == r.Id && i.PersonId == person && replies.Any(x => x.InviteId == i.Id)));
        return [.. (await store.Lines(theirs, stop)).OrderByDescending(l => l.It.CreatedAt)];
    }

    /// <summary>How often the owner means to ask; null when they did not say.</summary>
    public static Task<FeedbackPlan?> FeedbackRhythm(this Store store, CancellationToken stop) => store.FeedbackPlans.AsNoTracking().FirstOrDefaultAsync(stop);

    /// <summary>When the owner means to ask next: so many months after they asked last, or said so.</summary>
    public static async Task<DateOnly?> NextFeedback(this Store store, FeedbackPlan plan, CancellationToken stop)
    {
        var sent = await store.FeedbackInvites.MaxAsync(i => i.SentOn, stop);
        return (sent > plan.Since ? sent.Value : plan.Since).AddMonths(plan.Months);
    }

    /// <summary>The request that somebody is asked in, and who they are.</summary>
    public static async Task<(FeedbackLine Line, Guid Person)> FeedbackByInvite(this Store store, Guid invite, CancellationToken stop)
    {
        var found = await store.FeedbackInvites.AsNoTracking().FirstOrDefaultAsync(i => i.Id == invite, stop) ?? throw new NotFound("Feedback.NotAsked");
        return (await store.FeedbackOf(found.RequestId, stop), found.PersonId);
    }

    /// <summary>Somebody who is asked in this request.</summary>
    /// <summary>Whether what is asked can still be changed: until somebody answered. Of an anonymous request until somebody could answer, for that nobody is to be told: answers are kept by the place of their question.</summary>
    public static async Task<bool> MayChange(this Store store, FeedbackLine line, CancellationToken stop) => line.It.IsAnonymous
        ? line.People.All(p => p.It is { SentOn: null, State: InviteState.Drafted }) && !await store.LinkWasMade(FeedbackActions.Purpose, [.. line.People.Select(p => p.It.Id)], stop)
        : line.Counts.Answered == 0;

    public static InviteLine Asked(this FeedbackLine line, Guid person) => line.People.FirstOrDefault(p => p.It.PersonId == person) ?? throw new NotFound("Feedback.NotAsked");

    private static async Task<List<FeedbackLine>> Lines(this Store store, IQueryable<FeedbackRequest> requests, CancellationToken stop, bool withReplies = true)
    {
        var (people, meant) = (store.People.IgnoreQueryFilters([Store.TrashFilter]), requests.Select(r => r.Id));
        var rows = await requests.AsNoTracking().ToListAsync(stop);
        var invites = await (from invite in store.FeedbackInvites.AsNoTracking() where meant.Contains(invite.RequestId) join person in people on invite.PersonId equals person.Id orderby person.SortKey, invite.Id select new InviteLine(invite, person.Name, person.TrashedAt == null)).ToListAsync(stop);
        var theirs = store.FeedbackReplies.AsNoTracking().Where(r => meant.Contains(r.RequestId));
        var replies = withReplies ? await theirs.OrderBy(r => r.Id).ToListAsync(stop) : [];
        var counts = withReplies ? replies.CountBy(r => r.RequestId).ToDictionary() : await theirs.GroupBy(r => r.RequestId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var (asked, said) = (invites.ToLookup(i => i.It.RequestId), replies.ToLookup(r => r.RequestId));
        return [.. rows.Select(r => new FeedbackLine(r, [.. asked[r.Id]], counts.GetValueOrDefault(r.Id)) { Replies = [.. said[r.Id]] })];
    }
}
