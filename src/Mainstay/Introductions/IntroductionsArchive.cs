using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

internal sealed record ArchivedSide(Consent? Answer, DateOnly? Until, string? Reply, string? Contact, MeetingOutcome? Outcome);

internal sealed record ArchivedIntroduction
{
    public required Guid Id { get; init; }
    public Guid? Connector { get; init; }
    public Guid? First { get; init; }
    public required Guid Second { get; init; }
    public Guid? Towards { get; init; }
    public required string Purpose { get; init; }
    public string? Blurb { get; init; }
    public bool Blind { get; init; }
    public string? Contact { get; init; }
    public string? Message { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public DateOnly? SentOn { get; init; }
    public DateOnly? AcceptedOn { get; init; }
    public string? Word { get; init; }
    public DateOnly? AskedOn { get; init; }
    public required ArchivedSide FirstSide { get; init; }
    public required ArchivedSide SecondSide { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public DateOnly? WroteOn { get; init; }
    public DateOnly? OutcomeOn { get; init; }
    public string? Thanks { get; init; }
    public DateOnly? ThankedOn { get; init; }
    public DateOnly? WithdrawnOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public DateOnly? QuietUntil { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>All introductions in an archive. Links are not in it: they lead to this server, and only their hashes are known.</summary>
internal sealed class IntroductionsArchive() : ArchiveSection<ArchivedIntroduction>("introductions")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Introductions.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedIntroduction> Rows(Store store, CancellationToken stop)
    {
        var people = store.People.IgnoreQueryFilters([Store.TrashFilter]);
        return store.Introductions.AsNoTracking().OrderBy(i => i.Id).Select(i => new ArchivedIntroduction
        {
            Id = i.Id, Connector = i.ConnectorId, First = i.FirstId, Second = i.SecondId, Towards = people.Any(p => p.Id == i.TowardsId) ? i.TowardsId : null, Purpose = i.Purpose, Blurb = i.Blurb, Blind = i.IsBlind, Contact = i.Contact, Message = i.Message, AnswerBy = i.AnswerBy,
            SentOn = i.SentOn, AcceptedOn = i.AcceptedOn, Word = i.Word, AskedOn = i.AskedOn,
            FirstSide = new(i.FirstAnswer, i.FirstUntil, i.FirstReply, i.FirstContact, i.FirstOutcome),
            SecondSide = new(i.SecondAnswer, i.SecondUntil, i.SecondReply, i.SecondContact, i.SecondOutcome),
            OpenedOn = i.OpenedOn, WroteOn = i.WroteOn, OutcomeOn = i.OutcomeOn, Thanks = i.Thanks, ThankedOn = i.ThankedOn, WithdrawnOn = i.WithdrawnOn, ClosedOn = i.ClosedOn, QuietUntil = i.QuietUntil, CreatedAt = i.CreatedAt,
        }).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedIntroduction it, ArchiveCheck check)
    {
        check.IsNew("introduction", it.Id);
        check.Refers(PeopleArchive.Kind, it.Connector);
        check.Refers(PeopleArchive.Kind, it.First);
        check.Refers(PeopleArchive.Kind, it.Second);
        check.Refers(PeopleArchive.Kind, it.Towards);
        check.Holds(new NewIntroduction { ConnectorId = it.Connector, FirstId = it.First, SecondId = it.Second, TowardsId = it.Towards, Purpose = it.Purpose, Blurb = it.Blurb, Contact = it.Contact }.Check(DateOnly.MinValue));
        foreach (var side in (ArchivedSide[])[it.FirstSide, it.SecondSide])
        {
            if (side.Answer is { } answer) check.Holds(new ConsentReply(answer, null, side.Reply, side.Contact).Check(DateOnly.MinValue));
            check.Holds(side.Outcome is null || Enum.IsDefined(side.Outcome.Value), "Introductions.NotAnOutcome");
        }
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedIntroduction> all, CancellationToken stop) => store.InsertMany(all.Select(i => new Introduction
    {
        Id = i.Id, ConnectorId = i.Connector, FirstId = i.First, SecondId = i.Second, TowardsId = i.Towards, Purpose = i.Purpose, Blurb = i.Blurb, IsBlind = i.Blind, Contact = i.Contact, Message = i.Message, AnswerBy = i.AnswerBy,
        SentOn = i.SentOn, AcceptedOn = i.AcceptedOn, Word = i.Word, AskedOn = i.AskedOn,
        FirstAnswer = i.FirstSide.Answer, FirstUntil = i.FirstSide.Until, FirstReply = i.FirstSide.Reply, FirstContact = i.FirstSide.Contact, FirstOutcome = i.FirstSide.Outcome,
        SecondAnswer = i.SecondSide.Answer, SecondUntil = i.SecondSide.Until, SecondReply = i.SecondSide.Reply, SecondContact = i.SecondSide.Contact, SecondOutcome = i.SecondSide.Outcome,
        OpenedOn = i.OpenedOn, WroteOn = i.WroteOn, OutcomeOn = i.OutcomeOn, Thanks = i.Thanks, ThankedOn = i.ThankedOn, WithdrawnOn = i.WithdrawnOn, ClosedOn = i.ClosedOn, QuietUntil = i.QuietUntil, CreatedAt = i.CreatedAt,
    }), stop);
}
