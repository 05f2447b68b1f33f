using Mainstay.Algorithms.Matching;
using Mainstay.Algorithms.Text;
using Mainstay.Circles;

namespace Mainstay.Rounds;

/// <summary>A round without sides of more than can be reckoned exactly: the next of the circle method's rounds, or groups dealt like cards. What keeps two apart holds all the same.</summary>
internal sealed class LargeRound(RoundCast cast, List<SignedUp> here)
{
    /// <summary>Who comes together.</summary>
    /// <param name="kind">Twos or groups.</param>
    /// <param name="size">About so many in a peer group.</param>
    /// <param name="turn">How many times some came together before.</param>
    /// <param name="stop">Ends it early.</param>
    public IReadOnlyList<int[]> Groups(RoundKind kind, int size, int turn, CancellationToken stop) => kind switch
    {
        RoundKind.Groups => Dealt(GroupDrafts.HowMany(here.Count, size), stop),
        RoundKind.Partners => Partners(stop),
        _ => Twos([.. Enumerable.Range(0, here.Count)], turn, stop),
    };

    /// <summary>Whom hosts put together, then those of whom one wished for the other, then all others.</summary>
    private List<int[]> Partners(CancellationToken stop)
    {
        var (at, taken, found) = (Numbers(), new HashSet<int>(), new List<int[]>());
        var wishes = here.SelectMany(s => s.SignUp.Preferred.Select(other => (One: s.Id, Other: other)));
        foreach (var (one, other) in cast.Pinned.Concat(wishes).Where(p => at.ContainsKey(p.One) && at.ContainsKey(p.Other) && !cast.AreApart(p.One, p.Other)).Select(p => (at[p.One], at[p.Other])))
        {
            if (taken.Contains(one) || taken.Contains(other)) continue;
            taken.UnionWith([one, other]);
            found.Add([one, other]);
        }
        return [.. found, .. Twos([.. Enumerable.Range(0, here.Count).Where(who => !taken.Contains(who))], 0, stop)];
    }

    /// <summary>A round of the circle method; those in it who stay apart change places with others.</summary>
    private List<int[]> Twos(List<int> some, int turn, CancellationToken stop)
    {
        var all = RoundRobin.Circle(some.Count, turn).Select(g => g.Select(at => some[at]).ToArray()).ToList();
        var (good, left) = (all.Where(MayBe).ToList(), all.Where(g => !MayBe(g)).SelectMany(g => g).ToList());
        var alone = new List<int[]>();
        while (left.Count > 0)
        {
            stop.ThrowIfCancellationRequested();
            var one = left[^1];
            left.RemoveAt(left.Count - 1);
            if (left.FindIndex(other => MayBe([one, other])) is >= 0 and var with)
            {
                good.Add([one, left[with]]);
                left.RemoveAt(with);
            }
            else if (left.Count > 0 && good.FindIndex(g => g.Length == 2 && MayBe([g[0], one]) && MayBe([g[1], left[^1]])) is >= 0 and var parted)
            {
                good.Add([good[parted][1], left[^1]]);
                good[parted] = [good[parted][0], one];
                left.RemoveAt(left.Count - 1);
            }
            else if (good.FindIndex(g => g.Length == 2 && MayBe([.. g, one])) is >= 0 and var joined) good[joined] = [.. good[joined], one];
            else alone.Add([one]);
        }
        return [.. good, .. alone];
    }

    /// <summary>Those of one organisation, and within it of one topic, are dealt one after the other, so that they are spread over all groups; who is put together is one card.</summary>
    private List<int[]> Dealt(int count, CancellationToken stop)
    {
        var (groups, most, next) = (Enumerable.Range(0, count).Select(_ => new List<int>()).ToList(), (here.Count + count - 1) / count, 0);
        var alone = new List<int[]>();
        foreach (var card in Cards())
        {
            stop.ThrowIfCancellationRequested();
            var place = Enumerable.Range(next, count).Select(at => groups[at % count]).FirstOrDefault(g => g.Count + card.Length <= most && MayBe([.. g, .. card]));
            if (place is null) alone.AddRange(card.Select(who => (int[])[who]));
            else
            {
                place.AddRange(card);
                next = (groups.IndexOf(place) + 1) % count;
            }
        }
        return [.. groups.SelectMany(g => g.Count >= RoundPlan.LeastInGroup ? [[.. g]] : g.Select(who => (int[])[who])), .. alone];
    }

    /// <summary>The largest first.</summary>
    private IEnumerable<int[]> Cards()
    {
        var (at, card) = (Numbers(), Enumerable.Range(0, here.Count).ToArray());
        int First(int who) => card[who] == who ? who : card[who] = First(card[who]);
        foreach (var (one, other) in cast.Pinned.Where(p => at.ContainsKey(p.One) && at.ContainsKey(p.Other)).Select(p => (First(at[p.One]), First(at[p.Other])))) card[Math.Max(one, other)] = Math.Min(one, other);
        return Enumerable.Range(0, here.Count).GroupBy(First).Select(g => g.ToArray()).OrderByDescending(c => c.Length)
            .ThenBy(c => Folding.Fold(here[c[0]].SignUp.Organization ?? ""), StringComparer.Ordinal).ThenBy(c => Folding.Fold(CircleTopic.Split(here[c[0]].SignUp.Offers) is [var first, ..] ? first : ""), StringComparer.Ordinal);
    }

    private Dictionary<Guid, int> Numbers() => here.Index().ToDictionary(h => h.Item.Id, h => h.Index);

    private bool MayBe(int[] some)
    {
        for (var one = 0; one < some.Length; one++)
            for (var other = 0; other < one; other++)
                if (cast.AreApart(here[some[one]].Id, here[some[other]].Id)) return false;
        return true;
    }
}
