using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Calendars;

/// <summary>A rhythm of going to gatherings is set, rests for a while, and ends.</summary>
public static class AttendingActions
{
    /// <summary>Says how often the owner means to go to gatherings, and where; it takes the place of what was said before.</summary>
    public static Task<AttendingPlan> SetAttending(this Store store, NewAttending said, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(said.Check());
        var row = await store.AttendingPlans.FirstOrDefaultAsync(stop) ?? store.Add(new AttendingPlan { Since = today }).Entity;
        if ((row.HowMany, row.Per) != (said.HowMany, said.Per)) row.Since = today;
        (row.HowMany, row.Per, row.Places, row.QuietUntil) = (said.HowMany, said.Per, Filled(said.Places), said.QuietUntil);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Today is to say nothing of it until then; null takes that back.</summary>
    public static Task<AttendingPlan> QuietAttending(this Store store, DateOnly? until, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AttendingToChange(stop);
        row.QuietUntil = until;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>The owner has no rhythm any more. The answer is by what that is taken back.</summary>
    public static Task<Guid> StopAttending(this Store store, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
        await store.LetGo(new(await store.AttendingToChange(stop)), clock, stop), stop);

    private static async Task<AttendingPlan> AttendingToChange(this Store store, CancellationToken stop) =>
        await store.AttendingPlans.FirstOrDefaultAsync(stop) ?? throw new NotFound("Calendars.NoRhythm");

    /// <summary>Takes back that the rhythm ended, unless another was set since.</summary>
    internal sealed class Back : RemovalActions.Back<AttendingPlan>
    {
        protected override async Task MayReturn(Store store, AttendingPlan row, TimeProvider clock, CancellationToken stop)
        {
            if (await store.AttendingPlans.AnyAsync(stop)) throw new Conflict("Calendars.RhythmAgain");
        }
    }
}
