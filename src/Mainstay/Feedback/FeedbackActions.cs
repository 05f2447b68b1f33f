using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Feedback;

/// <summary>What the owner does about a request for feedback. What comes by a link is in <see cref="FeedbackReplyActions"/>.</summary>
public static class FeedbackActions
{
    /// <summary>What the links of invites are for.</summary>
    public const string Purpose = "feedback";

    /// <summary>So long after the last day of an answer a link still leads to a page that says so.</summary>
    private const int DaysAfter = 2;

    /// <summary>Writes a request; nothing is sent.</summary>
    public static Task<FeedbackRequest> AskFeedback(this Store store, NewFeedback feedback, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(feedback.Check(today));
        if (feedback.Id is { } once && await store.FeedbackRequests.FirstOrDefaultAsync(r => r.Id == once, stop) is { } already) return already;
        var row = store.Add(new FeedbackRequest
        {
            Id = feedback.Id ?? Guid.CreateVersion7(),
            About = feedback.About.Trim(),
            Questions = string.Join('\n', feedback.Asked),
            IsAnonymous = feedback.IsAnonymous,
            DueOn = feedback.DueOn ?? today.AddDays(FeedbackSteps.UsualDays),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        }).Entity;
        await store.Add(row, feedback.People, stop);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Says it otherwise, as long as nobody answered.</summary>
    public static Task<FeedbackRequest> ChangeFeedback(this Store store, Guid id, NewFeedback feedback, DateOnly today, CancellationToken stop) => store.ChangeFeedback(id, async (row, line) =>
    {
        Mistaken.ThrowIf((feedback with { DueOn = null }).Check(today));
        if (!await store.MayChange(line, stop)) throw new Conflict(line.It.IsAnonymous ? "Feedback.WrittenAlready" : "Feedback.AnsweredAlready");
        (row.About, row.Questions) = (feedback.About.Trim(), string.Join('\n', feedback.Asked));
    }, stop);

    /// <summary>Asks more people. Not when anonymous answers were shown: what came after could be told apart.</summary>
    public static Task<FeedbackRequest> AskMore(this Store store, Guid id, IReadOnlyList<Guid> people, DateOnly today, CancellationToken stop) => store.ChangeFeedback(id, async (row, line) =>
    {
        if (row.IsAnonymous && line.IsShown(today)) throw new Conflict("Feedback.ShownAlready");
        if (!line.MayAskMore(today)) throw new Conflict("Feedback.OverExtend");
        Mistaken.ThrowIf(new Problems().When(people.Count == 0, "who", "Exchange.WhomMissing").When(line.People.Count + people.Count > NewFeedback.MostPeople, "who", "Feedback.TooManyPeople", NewFeedback.MostPeople));
        await store.Add(row, people, stop);
    }, stop);

    /// <summary>Keeps the message as the owner wants it; empty, it is written anew.</summary>
    public static Task<FeedbackRequest> WordFeedback(this Store store, Guid id, string? message, CancellationToken stop) => store.ChangeFeedback(id, (row, _) =>
    {
        Mistaken.ThrowIf(new Problems().When(message?.Length > NewFeedback.MostText, "message", "Feedback.TooLong", NewFeedback.MostText));
        row.Message = Filled(message)?.ReplaceLineEndings("\n");
        return Task.CompletedTask;
    }, stop);

    /// <summary>Makes a link by which they can answer: 14 days, and no less than until the last day of an answer is over everywhere.</summary>
    /// <returns>Its secret, to be shown now and never again.</returns>
    public static async Task<string> MakeFeedbackLink(this Store store, Guid id, Guid person, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var line = await store.FeedbackOf(id, stop);
        var invite = line.Asked(person).It;
        if (line.It.IsOver(line.Counts, today)) throw new Conflict("Feedback.OverExtend");
        // Of an anonymous request nobody is told who answered, not even by what can be done for them.
        if (!line.It.IsAnonymous && invite.State is InviteState.Answered or InviteState.Declined) throw new Conflict("Exchange.AnsweredAlready");
        await store.WhoIsAsked(person, stop);
        return await store.MakeLink(Purpose, invite.Id, clock, stop, TimeSpan.FromDays(Math.Max(TokenLink.Good.Days, line.It.DueOn.DayNumber - today.DayNumber + DaysAfter)));
    }

    /// <summary>The owner says that it is sent to them. That is a touch. Said twice, it counts once.</summary>
    public static Task<FeedbackRequest> SendFeedback(this Store store, Guid id, Guid person, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeFeedback(id, async (row, line) =>
    {
        if (line.It.IsOver(line.Counts, today)) throw new Conflict("Feedback.OverExtend");
        var invite = await store.InviteToChange(line, person, stop);
        if (invite.SentOn is not null) return;
        (invite.State, invite.SentOn) = (invite.State == InviteState.Drafted ? InviteState.Sent : invite.State, today);
        await store.Wrote(person, "Feedback.AskedAbout", row.About, today, clock, stop);
    }, stop);

    /// <summary>They were reminded: once, and no more.</summary>
    public static Task<FeedbackRequest> RemindedOfFeedback(this Store store, Guid id, Guid person, DateOnly today, CancellationToken stop) => store.ChangeFeedback(id, async (_, line) =>
    {
        var invite = await store.InviteToChange(line, person, stop);
        if (line.Open.All(p => p.It.PersonId != person)) throw new Conflict("Feedback.NothingToRemindOf");
        if (invite.RemindedOn is not null) throw new Conflict("Feedback.RemindedAlready");
        invite.RemindedOn = today;
    }, stop);

    /// <summary>Takes no more answers; whoever opens a link is told so.</summary>
    public static Task<FeedbackRequest> CloseFeedback(this Store store, Guid id, DateOnly today, CancellationToken stop) => store.ChangeFeedback(id, Do((row, _) => row.ClosedOn ??= today), stop);

    /// <summary>Takes answers until a later day, and the links that are still good with it.</summary>
    public static Task<FeedbackRequest> ExtendFeedback(this Store store, Guid id, DateOnly until, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeFeedback(id, async (row, line) =>
    {
        row.Extend(until, line.Counts, today);
        var end = clock.GetUtcNow().UtcDateTime.AddDays(until.DayNumber - today.DayNumber + DaysAfter);
        foreach (var invite in line.People) await store.KeepOpen(Purpose, invite.It.Id, end, clock, stop);
    }, stop);

    /// <summary>What the owner will do about it.</summary>
    public static Task<FeedbackRequest> RespondToFeedback(this Store store, Guid id, string? what, DateOnly today, CancellationToken stop) => store.ChangeFeedback(id, Do((row, line) => row.Respond(what, line.Counts, today)), stop);

    /// <summary>Those who answered were told what the owner will do, and thanked; of an anonymous request, all who are asked. Said twice, it counts once.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="id">Which request.</param>
    /// <param name="whom">Who was told; all of them when null.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Breaks off.</param>
    public static Task<FeedbackRequest> ToldOfFeedback(this Store store, Guid id, IReadOnlyList<InviteLine>? whom, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeFeedback(id, async (row, line) =>
    {
        if (row.RespondedOn is null) throw new Conflict("Feedback.RespondFirst");
        if (row.ToldOn is not null) return;
        row.ToldOn = today;
        foreach (var thanked in whom ?? [.. line.Thanked]) await store.Wrote(thanked.It.PersonId, "Feedback.ThankedFor", row.About, today, clock, stop);
    }, stop);

    public static Task<FeedbackRequest> SayFeedbackChanged(this Store store, Guid id, string? what, DateOnly today, CancellationToken stop) => store.ChangeFeedback(id, Do((row, _) => row.SayChanged(what, today)), stop);

    /// <summary>Today is to say nothing of it until then.</summary>
    public static Task<FeedbackRequest> QuietFeedback(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.ChangeFeedback(id, Do((row, _) => row.QuietUntil = until), stop);

    internal static Task<FeedbackRequest> ChangeFeedback(this Store store, Guid id, Func<FeedbackRequest, FeedbackLine, Task> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.FeedbackRequests.FirstOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFound("Feedback.NotThere");
        await change(row, await store.FeedbackOf(id, stop));
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    internal static async Task<FeedbackInvite> InviteToChange(this Store store, FeedbackLine line, Guid person, CancellationToken stop)
    {
        var (id, name) = (line.Asked(person).It.Id, await store.WhoIsAsked(person, stop));
        return await store.FeedbackInvites.FirstOrDefaultAsync(i => i.Id == id, stop) ?? throw new NotFound("Feedback.NotAsked", name);
    }

    private static Func<FeedbackRequest, FeedbackLine, Task> Do(Action<FeedbackRequest, FeedbackLine> change) => (row, line) =>
    {
        change(row, line);
        return Task.CompletedTask;
    };

    /// <summary>Adds those who are not asked yet.</summary>
    private static async Task Add(this Store store, FeedbackRequest row, IReadOnlyList<Guid> people, CancellationToken stop)
    {
        var asked = await store.FeedbackInvites.Where(i => i.RequestId == row.Id).Select(i => i.PersonId).ToListAsync(stop);
        foreach (var person in people.Distinct().Except(asked))
        {
            await store.WhoIsAsked(person, stop);
            store.Add(new FeedbackInvite { RequestId = row.Id, PersonId = person });
        }
    }

    private static Task<Touch> Wrote(this Store store, Guid person, string note, string about, DateOnly today, TimeProvider clock, CancellationToken stop) =>
        store.Record(new() { People = [person], On = today, Kind = TouchKind.Message, Direction = Direction.Out, Note = Speech.Say(note, about) }, today, clock, stop);
}
