using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Rounds;

/// <summary>Coffee partners change when their day has come; accountability partners tell each other how their week went.</summary>
public static class GroupActions
{
    /// <summary>Brings those together anew whose day has come. Done twice on one day, it is done once.</summary>
    /// <returns>How many rounds had their day.</returns>
    public static async Task<int> ChangeCoffee(this Store store, DateOnly today, CancellationToken stop)
    {
        var due = await store.Rounds.Where(r => r.Kind == RoundKind.Coffee && r.State == RoundState.Published && r.NextOn <= today).Select(r => r.Id).ToListAsync(stop);
        foreach (var id in due)
        {
            await store.AllOrNothing(async () =>
            {
                var round = await store.Rounds.SingleOrDefaultAsync(r => r.Id == id && r.NextOn <= today && r.State == RoundState.Published, stop);
                if (round is null) return 0; // another process was quicker
                await store.Entry(round).ReloadAsync(stop);
                if (!(round.NextOn <= today)) return 0;
                var (cast, met) = (await store.CastOf(id, stop), await store.MeetingsOf(round, stop));
                var turn = await store.RoundGroups.Where(g => g.RoundId == id).MaxAsync(g => (int?)g.Turn, stop) ?? 0;
                store.Seat(round, cast.DraftGroups(RoundKind.Coffee, RoundPlan.Read(round.Plan), met, stop).Groups, turn + 1, today);
                while (round.NextOn <= today) round.NextOn = round.NextOn.Value.AddDays(round.EveryDays ?? NewRound.UsualEveryDays);
                return await store.SaveChangesAsync(stop);
            }, stop);
        }
        return due.Count;
    }

    /// <summary>One of two partners tells the other how a week went; said again, it is said otherwise.</summary>
    public static Task<RoundCheck> SayHowItWent(this Store store, Guid me, Guid group, WeekWent went, string? word, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Guest);
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(went), "went", "Rounds.NoWent").When(word?.Length > RoundCheck.MostWord, "word", "Circles.TooLong", RoundCheck.MostWord));
        var (rounds, week) = (store.Rounds.Where(r => r.Kind == RoundKind.Partners), WeekOf(today));
        if (!await store.RoundSeats.AnyAsync(s => s.GroupId == group && s.MemberId == me, stop) || !await store.RoundGroups.AnyAsync(g => g.Id == group && rounds.Any(r => r.Id == g.RoundId), stop)) throw new NotFound("Rounds.NoSuchGroup");
        var row = await store.RoundChecks.SingleOrDefaultAsync(c => c.GroupId == group && c.MemberId == me && c.Week == week, stop) ?? store.Add(new RoundCheck { GroupId = group, MemberId = me, Week = week }).Entity;
        (row.Went, row.Word) = (went, Filled(word));
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
