using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Board;

/// <summary>Advice is noted, decided, concluded, and told back.</summary>
public static class AdviceActions
{
    /// <summary>Notes what an advisor said; the talk is noted as a touch, unless one of the same kind is noted for that day.</summary>
    public static Task<Advice> NoteAdvice(this Store store, NewAdvice advice, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(advice.Check(today));
        if (advice.Id is { } once && await store.Advice.FirstOrDefaultAsync(a => a.Id == once, stop) is { } already) return already;
        await store.WhoIsAsked(advice.PersonId, stop);
        var (person, on) = (advice.PersonId, advice.On ?? today);
        var row = store.Add(new Advice { Id = advice.Id ?? Guid.CreateVersion7(), PersonId = person, On = on, Question = Filled(advice.Question), Text = advice.Text.Trim(), CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.SaveChangesAsync(stop);
        var touches = store.Touches;
        if (advice.Talk is { } talk && !await store.TouchPeople.AnyAsync(t => t.PersonId == person && t.On == on && touches.Any(k => k.Id == t.TouchId && k.Kind == talk), stop))
            await store.Record(new() { People = [person], On = on, Kind = talk, Note = advice.Question?.Trim() }, today, clock, stop);
        return row;
    }, stop);

    /// <summary>Corrects what was noted of the talk.</summary>
    public static Task<Advice> ChangeAdvice(this Store store, Guid id, string text, string? question, DateOnly? on, DateOnly today, CancellationToken stop) => store.ChangeAdvice(id, row =>
    {
        Mistaken.ThrowIf(new NewAdvice { PersonId = row.PersonId, Text = text, Question = question, On = on }.Check(today));
        (row.Text, row.Question, row.On) = (text.Trim(), Filled(question), on ?? row.On);
    }, stop);

    public static Task<Advice> Decide(this Store store, Guid id, string? decision, DateOnly today, CancellationToken stop) => store.ChangeAdvice(id, row => row.Decide(decision, today), stop);

    public static Task<Advice> SayResult(this Store store, Guid id, string? result, DateOnly today, CancellationToken stop) => store.ChangeAdvice(id, row => row.Conclude(result, today), stop);

    /// <summary>They heard what came of it. That is a touch. Said twice, it counts once.</summary>
    public static Task<Advice> TellBack(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AdviceToChange(id, stop);
        if (row.ToldOn is not null) return row;
        if (row.ResultOn is null) throw new Conflict("Board.NothingToTell");
        await store.WhoIsAsked(row.PersonId, stop);
        row.ToldOn = today;
        await store.SaveChangesAsync(stop);
        await store.Record(new() { People = [row.PersonId], On = today, Kind = TouchKind.Message, Direction = Direction.Out, Note = Speech.Say("Board.ToldNote", row.Result) }, today, clock, stop);
        return row;
    }, stop);

    /// <summary>Today is to say nothing of it until then.</summary>
    public static Task<Advice> QuietAdvice(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.ChangeAdvice(id, row => row.QuietUntil = until, stop);

    /// <summary>The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveAdvice(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AdviceToChange(id, stop);
        return await store.LetGo(new(row, row.PersonId), clock, stop);
    }, stop);

    private static Task<Advice> ChangeAdvice(this Store store, Guid id, Action<Advice> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AdviceToChange(id, stop);
        change(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    private static async Task<Advice> AdviceToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Advice.FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFound("Board.AdviceNotThere");

    /// <summary>Brings back advice that was removed.</summary>
    internal sealed class Back : RemovalActions.Back<Advice>
    {
        protected override Task MayReturn(Store store, Advice row, TimeProvider clock, CancellationToken stop) => store.WhoIsAsked(row.PersonId, stop);
    }
}
