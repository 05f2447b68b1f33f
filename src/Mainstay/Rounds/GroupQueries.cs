using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rounds;

/// <summary>A group with those in it who are still here.</summary>
public sealed record GroupLine(RoundGroup Group, IReadOnlyList<Member> Members)
{
    /// <summary>What its partners told each other, the newest first; empty for who is not one of them.</summary>
    public IReadOnlyList<RoundCheck> Checks { get; init; } = [];

    public bool Has(Guid member) => Members.Any(m => m.Id == member);

    public string? NameOf(Guid member) => Members.FirstOrDefault(m => m.Id == member)?.Name;
}

public static class GroupQueries
{
    private const int MostChecks = 12;

    /// <summary>The groups of a round's last turn; without the one member keeps apart from, in what they see.</summary>
    public static async Task<IReadOnlyList<GroupLine>> GroupsOf(this Store store, Guid round, Guid? member, CancellationToken stop)
    {
        var (groups, seats, members) = (store.RoundGroups.Where(g => g.RoundId == round), store.RoundSeats, store.Members.Where(m => m.LeftAt == null));
        if (await groups.MaxAsync(g => (int?)g.Turn, stop) is not { } last) return [];
        groups = groups.Where(g => g.Turn == last);
        if (member is { } me) groups = groups.Where(g => seats.Any(s => s.GroupId == g.Id && s.MemberId == me));
        var all = await groups.Join(seats, g => g.Id, s => s.GroupId, (g, s) => new { g, s.MemberId }).Join(members, x => x.MemberId, m => m.Id, (x, m) => new { x.g, m }).AsNoTracking().ToListAsync(stop);
        var apart = member is { } who ? await store.Apart(who, stop) : new HashSet<Guid>();
        return [.. all.GroupBy(x => x.g.Id).OrderBy(g => g.Key).Select(g => new GroupLine(g.First().g, [.. g.Select(x => x.m).Where(m => !apart.Contains(m.Id)).OrderBy(m => m.SortKey, StringComparer.Ordinal)]))];
    }

    /// <summary>The group somebody is in now, with what its partners told each other.</summary>
    public static async Task<GroupLine?> MyGroup(this Store store, Guid round, Guid me, CancellationToken stop)
    {
        if (await store.GroupsOf(round, me, stop) is not [var mine, ..]) return null;
        var (id, shown) = (mine.Group.Id, mine.Members.Select(m => m.Id).ToList());
        return mine with { Checks = await store.RoundChecks.AsNoTracking().Where(c => c.GroupId == id && shown.Contains(c.MemberId)).OrderByDescending(c => c.Week).Take(MostChecks).ToListAsync(stop) };
    }

    /// <summary>Which of those who take part had a coffee with whom, in this round or in another of the circle; the days on which some had one are counted from 1.</summary>
    internal static async Task<IReadOnlyList<Meeting>> MeetingsOf(this Store store, Round round, CancellationToken stop)
    {
        if (round.Kind != RoundKind.Coffee) return [];
        var (id, coffee, here) = (round.Id, store.Rounds.Where(r => r.Kind == RoundKind.Coffee), store.RoundSignUps);
        var groups = store.RoundGroups.Where(g => coffee.Any(r => r.Id == g.RoundId));
        var seats = await store.RoundSeats.Where(s => here.Any(x => x.RoundId == id && x.MemberId == s.MemberId)).Join(groups, s => s.GroupId, g => g.Id, (s, g) => new { g.Id, g.On, s.MemberId }).ToListAsync(stop);
        var turns = seats.Select(s => s.On).Distinct().Order().Index().ToDictionary(d => d.Item, d => d.Index + 1);
        return [.. seats.GroupBy(s => s.Id).SelectMany(g => from one in g from other in g where one.MemberId != other.MemberId select new Meeting(one.MemberId, other.MemberId, turns[one.On]))];
    }

    /// <summary>When something of the circle's rounds is next to be looked at: an offer runs out, a new day begins; null when nothing is going on.</summary>
    internal static async Task<DateTime?> NextLook(this Store store, Owner circle, DateTime now, CancellationToken stop)
    {
        if (!await store.Rounds.AnyAsync(r => r.State != RoundState.Over, stop)) return null;
        var midnight = circle.DayAt(now).AddDays(1).ToDateTime(default);
        var tomorrow = circle.Zone.IsInvalidTime(midnight) ? now.AddDays(1) : TimeZoneInfo.ConvertTimeToUtc(midnight, circle.Zone);
        return await store.RoundPairs.Where(p => p.State == PairState.Offered && p.DeadlineAt < tomorrow).MinAsync(p => (DateTime?)p.DeadlineAt, stop) ?? tomorrow;
    }
}
