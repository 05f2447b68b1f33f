using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Mcp;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>Rounds, for assistants: they read the owner's own part. What the owner keeps to themselves there, and what partners told each other, they do not read.</summary>
internal static class RoundsTools
{
    public static Tool Rounds => new("circle_rounds", "Rounds.ToolRounds", Read);

    private static async Task<object> Read(ToolCall call)
    {
        var (store, now, stop) = (call.Store, call.Clock.GetUtcNow().UtcDateTime, call.Stop);
        if (await store.NetworkOwner(stop) is not { } me) return new { Rounds = Array.Empty<object>(), Due = Array.Empty<string>() };
        var found = await store.InEachCircle(me, async (circle, seat) =>
        {
            var rounds = new List<object>();
            foreach (var line in (await store.RoundsHere(seat, stop)).Where(r => r.IsMine || r.Round.State != RoundState.Over)) rounds.Add(new { Circle = circle.Name, Round = await Mine(store, seat, line.Round, now, stop) });
            return rounds;
        }, stop);
        return new { Rounds = found.SelectMany(r => r), Due = (await store.RoundNews(call.Today, now, stop)).Select(RoundWords.Due) };
    }

    /// <summary>Nothing is settled here, as assistants only read: what ran out or fell apart is left out.</summary>
    private static async Task<object> Mine(Storage.Store store, CircleSeat seat, Round round, DateTime now, CancellationToken stop)
    {
        var (owner, me) = (Owner.Of(await store.SpaceHere(stop)), seat.Id);
        var (today, apart) = (owner.DayAt(now), await store.Apart(me, stop));
        var (mine, asked, together) = (await store.SignUpOf(round.Id, me, stop), await store.AskedForMe(round.Id, me, stop), await store.MyGroup(round.Id, me, stop));
        var pairs = (await store.MyPairs(round.Id, me, stop)).Where(p => !apart.Contains(p.Other(me).Id) && (p.Pair.State == PairState.Accepted || p.Pair.DeadlineAt > now));
        return new
        {
            round.Id, round.Title, round.Kind, State = RoundWords.State(round, today).InWords(),
            SignedUp = mine is null ? null : new { mine.Side, mine.Places, mine.IsPaused },
            AskedUntil = asked > now ? RoundDays.Of(asked.Value, owner.Zone) : (DateOnly?)null,
            Pairs = pairs.Select(p => new
            {
                p.Pair.Id, With = p.Other(me).Name, You = p.Mentor.Id == me ? RoundSide.Mentor : RoundSide.Mentee, p.Pair.State,
                AnswerUntil = p.Pair.State == PairState.Offered ? RoundDays.Of(p.Pair.DeadlineAt, owner.Zone) : (DateOnly?)null,
                SilentDays = p.Pair.SilentOn(today), Reasons = p.ReasonsFor(me).Select(r => r.InWords()),
            }),
            Together = together is null ? null : new { together.Group.On, With = together.Members.Where(m => m.Id != me).Select(m => m.Name) },
            round.NextOn,
        };
    }
}
