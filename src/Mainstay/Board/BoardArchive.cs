using Mainstay.Archive;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Board;

internal sealed record ArchivedSeat(Guid Id, SeatFunction Function, string? Topic, Guid? Person, Guid? Ask, DateOnly? Since, DateOnly? Until, string? Scope, int? TimesAYear, string? Gives, DateOnly? QuietUntil, DateTime CreatedAt);

/// <summary>All seats in an archive.</summary>
internal sealed class SeatsArchive() : ArchiveSection<ArchivedSeat>("seats")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Seats.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedSeat> Rows(Store store, CancellationToken stop)
    {
        var asks = store.Asks;
        return store.Seats.AsNoTracking().OrderBy(s => s.Id).Select(s => new ArchivedSeat(s.Id, s.Function, s.Topic, s.PersonId, asks.Any(a => a.Id == s.AskId) ? s.AskId : null, s.Since, s.Until, s.Scope, s.TimesAYear, s.Gives, s.QuietUntil, s.CreatedAt)).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedSeat seat, ArchiveCheck check)
    {
        check.IsNew("seat", seat.Id);
        check.Refers(PeopleArchive.Kind, seat.Person);
        check.Refers(AsksArchive.Kind, seat.Ask);
        check.Holds(seat.Until is null || !(seat.Until < seat.Since), "Board.EndsBeforeItBegins");
        check.Holds(new NewSeat { Function = seat.Function, Topic = seat.Topic, Since = seat.Since, Until = seat.Until, Scope = seat.Scope, TimesAYear = seat.TimesAYear, Gives = seat.Gives }.Check(seat.Since ?? DateOnly.MaxValue.AddDays(-1)));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedSeat> seats, CancellationToken stop) => store.InsertMany(seats.Select(s => new Seat
    {
        Id = s.Id,
        Function = s.Function,
        Topic = s.Topic,
        PersonId = s.Person,
        AskId = s.Ask,
        Since = s.Since,
        Until = s.Until,
        Scope = s.Scope,
        TimesAYear = s.TimesAYear,
        Gives = s.Gives,
        QuietUntil = s.QuietUntil,
        CreatedAt = s.CreatedAt,
    }), stop);
}

internal sealed record ArchivedAdvice(Guid Id, Guid Person, DateOnly On, string? Question, string Text, string? Decision, DateOnly? DecidedOn, string? Result, DateOnly? ResultOn, DateOnly? ToldOn, DateOnly? QuietUntil, DateTime CreatedAt);

/// <summary>All advice in an archive.</summary>
internal sealed class AdviceArchive() : ArchiveSection<ArchivedAdvice>("advice")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Advice.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedAdvice> Rows(Store store, CancellationToken stop) =>
        store.Advice.AsNoTracking().OrderBy(a => a.Id).Select(a => new ArchivedAdvice(a.Id, a.PersonId, a.On, a.Question, a.Text, a.Decision, a.DecidedOn, a.Result, a.ResultOn, a.ToldOn, a.QuietUntil, a.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedAdvice advice, ArchiveCheck check)
    {
        check.IsNew("advice", advice.Id);
        check.Refers(PeopleArchive.Kind, advice.Person);
        check.Holds(new NewAdvice { PersonId = advice.Person, Text = advice.Text, Question = advice.Question }.Check(advice.On));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedAdvice> advice, CancellationToken stop) => store.InsertMany(advice.Select(a => new Advice
    {
        Id = a.Id,
        PersonId = a.Person,
        On = a.On,
        Question = a.Question,
        Text = a.Text,
        Decision = a.Decision,
        DecidedOn = a.DecidedOn,
        Result = a.Result,
        ResultOn = a.ResultOn,
        ToldOn = a.ToldOn,
        QuietUntil = a.QuietUntil,
        CreatedAt = a.CreatedAt,
    }), stop);
}
