using Mainstay.Archive;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

internal sealed record ArchivedAsk
{
    public required Guid Id { get; init; }
    public required Guid Person { get; init; }
    public Guid? Need { get; init; }
    public SupportKind? Kind { get; init; }
    public required string What { get; init; }
    public string? HowLong { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public string? InReturn { get; init; }
    public required Weight Weight { get; init; }
    public bool IsFirst { get; init; }
    public string? Scope { get; init; }
    public DateOnly? Until { get; init; }
    public string? Message { get; init; }
    public bool IsConfidential { get; init; }
    public required AskState State { get; init; }
    public DateOnly? SentOn { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public DateOnly? NotNowUntil { get; init; }
    public string? Reply { get; init; }
    public string? More { get; init; }
    public Outcome? Outcome { get; init; }
    public DateOnly? OutcomeOn { get; init; }
    public DateOnly? ThankedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public DateOnly? QuietUntil { get; init; }
    public required Guid Thread { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>All asks in an archive. Links are not in it: they lead to this server, and only their hashes are known.</summary>
internal sealed class AsksArchive() : ArchiveSection<ArchivedAsk>("asks")
{
    internal const string Kind = "ask";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Asks.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedAsk> Rows(Store store, CancellationToken stop)
    {
        var needs = store.Needs;
        return store.Asks.AsNoTracking().OrderBy(a => a.Id).Select(a => new ArchivedAsk
        {
            Id = a.Id,
            Person = a.PersonId,
            Need = needs.Any(n => n.Id == a.NeedId) ? a.NeedId : null, // the need may be gone; what was asked stays
            Kind = a.Kind,
            What = a.What,
            HowLong = a.HowLong,
            AnswerBy = a.AnswerBy,
            InReturn = a.InReturn,
            Weight = a.Weight,
            IsFirst = a.IsFirst,
            Scope = a.Scope,
            Until = a.Until,
            Message = a.Message,
            IsConfidential = a.IsConfidential,
            State = a.State,
            SentOn = a.SentOn,
            AnsweredOn = a.AnsweredOn,
            NotNowUntil = a.NotNowUntil,
            Reply = a.Reply,
            More = a.More,
            Outcome = a.Outcome,
            OutcomeOn = a.OutcomeOn,
            ThankedOn = a.ThankedOn,
            ClosedOn = a.ClosedOn,
            QuietUntil = a.QuietUntil,
            Thread = a.ThreadId,
            CreatedAt = a.CreatedAt,
        }).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedAsk ask, ArchiveCheck check)
    {
        check.IsNew(Kind, ask.Id);
        check.Refers(PeopleArchive.Kind, ask.Person);
        check.Refers(NeedsArchive.Kind, ask.Need);
        check.Holds(new NewAsk { PersonId = ask.Person, What = ask.What, HowLong = ask.HowLong, InReturn = ask.InReturn, Weight = ask.Weight, Kind = ask.Kind, Scope = ask.Scope, Message = ask.Message }.Check(DateOnly.MinValue));
        check.Holds(Enum.IsDefined(ask.State) && ask.State != AskState.NoAnswer && (ask.Outcome is not { } outcome || Enum.IsDefined(outcome)), "Exchange.NotAState");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedAsk> asks, CancellationToken stop) => store.InsertMany(asks.Select(a => new Ask
    {
        Id = a.Id,
        PersonId = a.Person,
        NeedId = a.Need,
        Kind = a.Kind,
        What = a.What,
        HowLong = a.HowLong,
        AnswerBy = a.AnswerBy,
        InReturn = a.InReturn,
        Weight = a.Weight,
        IsFirst = a.IsFirst,
        Scope = a.Scope,
        Until = a.Until,
        Message = a.Message,
        IsConfidential = a.IsConfidential,
        State = a.State,
        SentOn = a.SentOn,
        AnsweredOn = a.AnsweredOn,
        NotNowUntil = a.NotNowUntil,
        Reply = a.Reply,
        More = a.More,
        Outcome = a.Outcome,
        OutcomeOn = a.OutcomeOn,
        ThankedOn = a.ThankedOn,
        ClosedOn = a.ClosedOn,
        QuietUntil = a.QuietUntil,
        ThreadId = a.Thread,
        CreatedAt = a.CreatedAt,
    }), stop);
}

internal sealed record ArchivedAskNext(Guid Id, Guid Thread, Guid Person, int Position);

/// <summary>Who is to be asked next, in an archive.</summary>
internal sealed class AskNextsArchive() : ArchiveSection<ArchivedAskNext>("askNexts")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.AskNexts.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedAskNext> Rows(Store store, CancellationToken stop) =>
        store.AskNexts.AsNoTracking().OrderBy(n => n.Id).Select(n => new ArchivedAskNext(n.Id, n.ThreadId, n.PersonId, n.Position)).AsAsyncEnumerable();

    protected override void Check(ArchivedAskNext next, ArchiveCheck check)
    {
        check.IsNew("askNext", next.Id);
        check.Refers(PeopleArchive.Kind, next.Person);
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedAskNext> nexts, CancellationToken stop) =>
        store.InsertMany(nexts.Select(n => new AskNext { Id = n.Id, ThreadId = n.Thread, PersonId = n.Person, Position = n.Position }), stop);
}
