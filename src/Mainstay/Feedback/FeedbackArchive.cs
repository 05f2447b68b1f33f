using System.Runtime.CompilerServices;
using Mainstay.Accounts;
using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Feedback;

internal sealed record ArchivedFeedback(Guid Id, string About, IReadOnlyList<string> Questions, bool IsAnonymous, DateOnly DueOn, DateTime CreatedAt)
{
    public string? Message { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public string? Response { get; init; }
    public DateOnly? RespondedOn { get; init; }
    public DateOnly? ToldOn { get; init; }
    public string? Changed { get; init; }
    public DateOnly? ChangedOn { get; init; }
    public DateOnly? QuietUntil { get; init; }
}

/// <summary>All requests for feedback in an archive. Links are not in it: they lead to this server, and only their hashes are known.</summary>
internal sealed class FeedbackArchive() : ArchiveSection<ArchivedFeedback>("feedback")
{
    internal const string Kind = "feedback";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.FeedbackRequests.AnyAsync(stop);

    protected override async IAsyncEnumerable<ArchivedFeedback> Rows(Store store, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var r in store.FeedbackRequests.AsNoTracking().OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return new(r.Id, r.About, r.Asked, r.IsAnonymous, r.DueOn, r.CreatedAt) { Message = r.Message, ClosedOn = r.ClosedOn, Response = r.Response, RespondedOn = r.RespondedOn, ToldOn = r.ToldOn, Changed = r.Changed, ChangedOn = r.ChangedOn, QuietUntil = r.QuietUntil };
    }

    protected override void Check(ArchivedFeedback request, ArchiveCheck check)
    {
        check.IsNew(Kind, request.Id);
        check.Holds(new NewFeedback { About = request.About, Questions = request.Questions }.Check(request.DueOn));
        check.Holds(new[] { request.Message, request.Response, request.Changed }.All(t => t?.Length is null or <= NewFeedback.MostText), "Feedback.NotFeedback");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedFeedback> requests, CancellationToken stop) => store.InsertMany(requests.Select(r => new FeedbackRequest
    {
        Id = r.Id,
        About = r.About,
        Questions = string.Join('\n', r.Questions),
        IsAnonymous = r.IsAnonymous,
        DueOn = r.DueOn,
        CreatedAt = r.CreatedAt,
        Message = r.Message,
        ClosedOn = r.ClosedOn,
        Response = r.Response,
        RespondedOn = r.RespondedOn,
        ToldOn = r.ToldOn,
        Changed = r.Changed,
        ChangedOn = r.ChangedOn,
        QuietUntil = r.QuietUntil,
    }), stop);
}

internal sealed record ArchivedFeedbackInvite(Guid Id, Guid Request, Guid Person, InviteState State, DateOnly? SentOn, DateOnly? RemindedOn);

/// <summary>Who is asked for feedback, in an archive. Of anonymous requests it says no more than the pages do.</summary>
internal sealed class FeedbackInvitesArchive() : ArchiveSection<ArchivedFeedbackInvite>("feedbackInvites")
{
    internal const string Kind = "feedbackInvite";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.FeedbackInvites.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedFeedbackInvite> Rows(Store store, CancellationToken stop)
    {
        var requests = store.FeedbackRequests;
        return store.FeedbackInvites.AsNoTracking().OrderBy(i => i.Id).Select(i => new ArchivedFeedbackInvite(i.Id, i.RequestId, i.PersonId, requests.Any(r => r.Id == i.RequestId && r.IsAnonymous) ? i.SentOn == null ? InviteState.Drafted : InviteState.Sent : i.State, i.SentOn, i.RemindedOn)).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedFeedbackInvite invite, ArchiveCheck check)
    {
        check.IsNew(Kind, invite.Id);
        check.Refers(FeedbackArchive.Kind, invite.Request);
        check.Refers(PeopleArchive.Kind, invite.Person);
        check.Holds(Enum.IsDefined(invite.State), "Feedback.NotFeedback");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedFeedbackInvite> invites, CancellationToken stop) =>
        store.InsertMany(invites.Select(i => new FeedbackInvite { Id = i.Id, RequestId = i.Request, PersonId = i.Person, State = i.State, SentOn = i.SentOn, RemindedOn = i.RemindedOn }), stop);
}

internal sealed record ArchivedFeedbackReply(Guid Id, Guid Request, Guid? Invite, string? First, string? Second, string? Third, DateOnly? On);

/// <summary>What was answered, in an archive: what the owner may read, and no more. Anonymous answers that are not shown yet stay on this server.</summary>
internal sealed class FeedbackRepliesArchive(TimeProvider clock) : ArchiveSection<ArchivedFeedbackReply>("feedbackReplies")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.FeedbackReplies.AnyAsync(stop);

    protected override async IAsyncEnumerable<ArchivedFeedbackReply> Rows(Store store, [EnumeratorCancellation] CancellationToken stop)
    {
        var today = await store.OwnersDay(clock, stop);
        var replies = (await store.AllFeedback(today, stop)).Where(l => l.IsShown(today)).SelectMany(l => l.Replies).OrderBy(r => r.Id, Comparer<Guid>.Create((a, b) => string.CompareOrdinal(a.ToString("N"), b.ToString("N"))));
        foreach (var r in replies) yield return new(r.Id, r.RequestId, r.InviteId, r.First, r.Second, r.Third, r.On);
    }

    protected override void Check(ArchivedFeedbackReply reply, ArchiveCheck check)
    {
        check.IsNew("feedbackReply", reply.Id);
        check.Refers(FeedbackArchive.Kind, reply.Request);
        check.Refers(FeedbackInvitesArchive.Kind, reply.Invite);
        check.Holds(new[] { reply.First, reply.Second, reply.Third }.All(t => t?.Length is null or <= NewFeedback.MostText), "Feedback.NotFeedback");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedFeedbackReply> replies, CancellationToken stop) =>
        store.InsertMany(replies.Select(r => new FeedbackReply { Id = r.Id, RequestId = r.Request, InviteId = r.Invite, First = r.First, Second = r.Second, Third = r.Third, On = r.On }), stop);
}

internal sealed record ArchivedFeedbackPlan(int Months, DateOnly Since, DateOnly? QuietUntil);

/// <summary>How often the owner means to ask for feedback, in an archive: one row, or none.</summary>
internal sealed class FeedbackPlanArchive() : ArchiveSection<ArchivedFeedbackPlan>("feedbackRhythm")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.FeedbackPlans.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedFeedbackPlan> Rows(Store store, CancellationToken stop) => store.FeedbackPlans.AsNoTracking().Select(p => new ArchivedFeedbackPlan(p.Months, p.Since, p.QuietUntil)).AsAsyncEnumerable();

    protected override void Check(ArchivedFeedbackPlan plan, ArchiveCheck check)
    {
        check.IsNew("feedbackRhythm", Guid.Empty);
        check.Holds(plan.Months > 0, "Feedback.NotFeedback");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedFeedbackPlan> plans, CancellationToken stop) => store.InsertMany(plans.Select(p => new FeedbackPlan { Months = p.Months, Since = p.Since, QuietUntil = p.QuietUntil }), stop);
}
