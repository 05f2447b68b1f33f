using System.Text.Json;
using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Learnings;

/// <summary>Learnings are noted, corrected, called back and let rest. Every change can be taken back.</summary>
public static class LearningActions
{
    private const string Kind = "changedLearning";

    public static Task<Learning> NoteLearning(this Store store, NewLearning learning, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(learning.Check(today));
        if (learning.Id is { } once && await store.Learnings.FirstOrDefaultAsync(l => l.Id == once, stop) is { } already) return already;
        var row = new Learning { Id = learning.Id ?? Guid.CreateVersion7(), Text = learning.Text.Trim(), Topic = Filled(learning.Topic), On = learning.On ?? today, NextOn = Recalling.First(today), CreatedAt = clock.GetUtcNow().UtcDateTime };
        await store.Place(row, learning.Where, stop);
        store.Add(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes a learning what was said. The answer is by what it is taken back.</summary>
    public static Task<Guid> ChangeLearning(this Store store, Guid id, NewLearning learning, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeLearning(id, async row =>
    {
        Mistaken.ThrowIf(learning.Check(today));
        (row.Text, row.Topic, row.On) = (learning.Text.Trim(), Filled(learning.Topic), learning.On ?? row.On);
        if (learning.Where != LearnedWhere.Of(row)) await store.Place(row, learning.Where, stop);
    }, clock, stop);

    /// <summary>It came back and is still true.</summary>
    public static Task<Guid> ConfirmLearning(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeLearning(id, Do(row => row.Confirm(today)), clock, stop);

    /// <summary>It is kept, and comes back no more.</summary>
    public static Task<Guid> RestLearning(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.ChangeLearning(id, Do(row => row.Rest()), clock, stop);

    /// <summary>It rested, and shall come back again.</summary>
    public static Task<Guid> WakeLearning(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeLearning(id, Do(row => row.Wake(today)), clock, stop);

    public static Task<Guid> SayUsed(this Store store, Guid id, string? what, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeLearning(id, Do(row => row.SayUsed(what, today)), clock, stop);

    /// <summary>Today is to say nothing of it before then.</summary>
    public static Task<Guid> QuietLearning(this Store store, Guid id, DateOnly until, TimeProvider clock, CancellationToken stop) => store.ChangeLearning(id, Do(row => row.NextOn = until), clock, stop);

    /// <summary>The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveLearning(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.LearningToChange(id, stop);
        return await store.LetGo(new(row, row.PersonId), clock, stop);
    }, stop);

    /// <summary>From whom and at what; all of it must be there. Who gave the advice, or was the only one of a touch, is meant when nobody is said.</summary>
    private static async Task Place(this Store store, Learning row, LearnedWhere where, CancellationToken stop)
    {
        var advice = where.AdviceId is { } which ? (await store.AdviceOf(which, stop)).Advice.PersonId : (Guid?)null;
        if (where.GatheringId is { } gathering) await store.GatheringOf(gathering, stop);
        var there = where.TouchId is { } touch ? await store.TouchPeople.Where(t => t.TouchId == touch).Select(t => t.PersonId).ToListAsync(stop) : [];
        if (where.TouchId is not null && there.Count == 0) throw new NotFound("Rhythm.TouchNotThere");
        var person = where.PersonId ?? advice ?? (there is [var only] ? only : null);
        Mistaken.ThrowIf(new Problems().When(advice is not null && advice != person || there.Count > 0 && person is { } one && !there.Contains(one), "source", "Learnings.NotWithThem"));
        if (person is { } who) await store.WhoIsAsked(who, stop);
        (row.PersonId, row.TouchId, row.GatheringId, row.AdviceId) = (person, where.TouchId, where.GatheringId, where.AdviceId);
    }

    private static Func<Learning, Task> Do(Action<Learning> change) => row =>
    {
        change(row);
        return Task.CompletedTask;
    };

    private static Task<Guid> ChangeLearning(this Store store, Guid id, Func<Learning, Task> change, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.LearningToChange(id, stop);
        var before = Written(row);
        await change(row);
        await store.SaveChangesAsync(stop);
        return await store.KeepFormer(new() { PersonId = row.PersonId, Kind = Kind, Before = before, After = Written(row), At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    private static async Task<Learning> LearningToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Learnings.FirstOrDefaultAsync(l => l.Id == id, stop) ?? throw new NotFound("Learnings.NotThere");

    private static string Written(Learning row) => JsonSerializer.Serialize(row, Json.OneLine);

    /// <summary>Makes a learning again what it was.</summary>
    internal sealed class BackAgain : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var before = JsonSerializer.Deserialize<Learning>(former.Before, Json.OneLine)!;
            var row = await store.LearningToChange(before.Id, stop);
            var now = Written(row);
            if (now == former.Before) return;
            if (now != former.After) throw new Conflict("People.ChangedSince");
            store.Entry(row).CurrentValues.SetValues(before);
            await store.SaveChangesAsync(stop);
        }
    }

    /// <summary>Brings back a learning that was removed; who is gone meanwhile is named no more.</summary>
    internal sealed class Back : RemovalActions.Back<Learning>
    {
        protected override async Task MayReturn(Store store, Learning row, TimeProvider clock, CancellationToken stop)
        {
            if (row.PersonId is { } person && !await store.People.IgnoreQueryFilters([Store.TrashFilter]).AnyAsync(p => p.Id == person, stop)) row.PersonId = null;
        }
    }
}
