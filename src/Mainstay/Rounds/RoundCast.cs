using System.Security.Cryptography;
using System.Text.Json;
using Mainstay.Algorithms.Text;
using Mainstay.Circles;
using Mainstay.Matching;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>A member who signed up.</summary>
public sealed record SignedUp(RoundSignUp SignUp, Member Member)
{
    public Guid Id => Member.Id;
}

/// <summary>Everybody in a round and what keeps them apart: what drafts are made of.</summary>
public sealed class RoundCast
{
    internal const string Times = "times", Organization = "organization", Style = "style";

    private readonly Dictionary<Guid, string> names = [];
    private readonly Dictionary<Guid, SignedUp> all;
    private readonly HashSet<(Guid, Guid)> apart;
    private readonly IReadOnlyList<RoundPin> pins;
    private readonly string of;

    /// <param name="everybody">Members who are still here, in the order they signed up.</param>
    /// <param name="blocks">Two of whom one keeps apart from the other in this circle.</param>
    /// <param name="pins">What the hosts say.</param>
    public RoundCast(IReadOnlyList<SignedUp> everybody, IEnumerable<(Guid, Guid)> blocks, IReadOnlyList<RoundPin> pins)
    {
        (Everybody, this.pins, all) = (everybody, pins, everybody.ToDictionary(s => s.Id));
        var said = everybody.SelectMany(s => s.SignUp.Avoided.Select(other => (s.Id, other))).Concat(pins.Where(p => p.IsApart).Select(p => (p.OneId, p.OtherId)));
        apart = [.. blocks.Concat(said).Where(p => all.ContainsKey(p.Item1) && all.ContainsKey(p.Item2)).Select(InOrder)];
        var taken = new HashSet<string>();
        foreach (var one in everybody)
        {
            var name = one.Member.Name;
            for (var again = 2; !taken.Add(Folding.Fold(name)); again++) name = $"{one.Member.Name} ({again})";
            names[one.Id] = name;
        }
        of = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
        {
            Everybody = everybody.Select(s => new { s.SignUp, s.Member.Name, s.Member.Style }),
            Apart = apart.Order().Select(two => $"{two}"),
            Pins = pins.OrderBy(p => p.Id).Select(p => new { p.OneId, p.OtherId, p.IsApart }),
        }, Json.OneLine)))[..24];
    }

    public IReadOnlyList<SignedUp> Everybody { get; }

    public IEnumerable<SignedUp> Mentees => Everybody.Where(s => s.SignUp.Seeks);

    public IEnumerable<SignedUp> Mentors => Everybody.Where(s => s.SignUp.Helps);

    /// <summary>Of which sign-ups a draft is.</summary>
    public string Of => of;

    public SignedUp? this[Guid member] => all.GetValueOrDefault(member);

    public string NameOf(Guid member) => names.GetValueOrDefault(member, "");

    public static (Guid, Guid) InOrder((Guid One, Guid Other) two) => two.One.CompareTo(two.Other) <= 0 ? two : (two.Other, two.One);

    /// <summary>Whether two are never brought together, whoever said so; nobody is told who.</summary>
    public bool AreApart(Guid one, Guid other) => one == other || apart.Contains(InOrder((one, other))) || all.GetValueOrDefault(one) is { } first && all.GetValueOrDefault(other) is { } second && AreColleagues(first.SignUp, second.SignUp);

    /// <summary>Whether a host put two together, and nothing keeps them apart.</summary>
    public bool ArePinned(Guid one, Guid other) => pins.Any(p => !p.IsApart && InOrder((p.OneId, p.OtherId)) == InOrder((one, other))) && !AreApart(one, other);

    /// <summary>Whom a host put together, where nothing keeps them apart.</summary>
    public IEnumerable<(Guid One, Guid Other)> Pinned => pins.Where(p => !p.IsApart && all.ContainsKey(p.OneId) && all.ContainsKey(p.OtherId) && !AreApart(p.OneId, p.OtherId)).Select(p => (p.OneId, p.OtherId));

    /// <summary>Whether two may still be mentee and mentor.</summary>
    public bool MayPair(Guid mentee, Guid mentor) => this[mentee] is { SignUp.Seeks: true } && this[mentor] is { SignUp.Helps: true } && !AreApart(mentee, mentor);

    /// <summary>The draft of a mentoring round.</summary>
    public KeptDraft DraftPairs(RoundPlan plan, CancellationToken stop)
    {
        var ids = names.ToDictionary(n => n.Value, n => n.Key);
        var (rules, mentees, mentors) = Sheets(plan, withPins: true);
        var draft = Pairing.Of(mentees, mentors, rules, stop);
        return new(Of, [.. draft.Pairs.Select(p => Kept(p, ids))], [], [.. draft.Unmatched.Select(a => new KeptAlone(ids[a.Mentee.Name], KeptReason.Of(a.Why)))]) { Chosen = draft.Chosen, Other = draft.Other, Criteria = draft.Criteria };
    }

    /// <summary>For each mentee whom they could be with, the dearest first, by the scores of the draft.</summary>
    public IReadOnlyDictionary<Guid, IEnumerable<KeptPair>> Choices(RoundPlan plan, CancellationToken stop)
    {
        var ids = names.ToDictionary(n => n.Value, n => n.Key);
        var (rules, mentees, mentors) = Sheets(plan, withPins: false);
        return Pairing.Choices(mentees, mentors, rules, stop).Zip(mentees.Participants).ToDictionary(c => ids[c.Second.Name], c => c.First.Select(p => Kept(p, ids)));
    }

    /// <summary>A draft with what its members are called now, for the sheet that shows drafts; without those who are here no more.</summary>
    public Draft Shown(KeptDraft kept) => new(
        [.. kept.Pairs.Where(p => all.ContainsKey(p.Mentee) && all.ContainsKey(p.Mentor)).Select(p => new Pair(new(NameOf(p.Mentee)), new(NameOf(p.Mentor)), p.Score, p.Rank, [.. p.Reasons.Select(r => r.ToReason())]))],
        [.. kept.Alone.Where(a => all.ContainsKey(a.Member)).Select(a => new Alone(new(NameOf(a.Member)), a.Why.ToReason()))], kept.Chosen!, kept.Other!, kept.Criteria);

    /// <summary>What two are compared by, and how much each counts.</summary>
    public IReadOnlyList<Criterion> Criteria(RoundPlan plan) => Criterion.Of(Columns(), plan.ToRules(Columns()));

    /// <summary>What somebody on both sides said something about.</summary>
    private List<string> Columns() => [.. new[] { Times, Organization, Style }.Where(c => Mentees.Any(m => Known(m, c).Length > 0) && Mentors.Any(m => Known(m, c).Length > 0))];

    private static KeptPair Kept(Pair pair, Dictionary<string, Guid> ids) => new(ids[pair.Mentee.Name], ids[pair.Mentor.Name], Math.Round(pair.Score, 3), pair.Rank, [.. pair.Reasons.Select(KeptReason.Of)]);

    private (RoundRules Rules, ParticipantSheet Mentees, ParticipantSheet Mentors) Sheets(RoundPlan plan, bool withPins)
    {
        List<SignedUp> mentees = [.. Mentees], mentors = [.. Mentors];
        var columns = Columns();
        var rules = plan.ToRules(columns) with
        {
            Apart = [.. from mentee in mentees from mentor in mentors where mentee.Id != mentor.Id && AreApart(mentee.Id, mentor.Id) select (NameOf(mentee.Id), NameOf(mentor.Id))],
            Pins = withPins ? [.. pins.Where(p => !p.IsApart && MayPair(p.OneId, p.OtherId) && !all[p.OneId].SignUp.IsPaused && !all[p.OtherId].SignUp.IsPaused).Select(p => (NameOf(p.OneId), NameOf(p.OtherId)))] : [],
        };
        return (rules, new("mentees", [.. mentees.Select(m => AsParticipant(m, mentors, columns, m.SignUp.IsPaused ? 0 : 1))], columns), new("mentors", [.. mentors.Select(m => AsParticipant(m, mentees, columns, m.SignUp.IsPaused ? 0 : m.SignUp.Places))], columns));
    }

    private Participant AsParticipant(SignedUp who, List<SignedUp> others, List<string> columns, int places) => new(NameOf(who.Id), places)
    {
        Wants = CircleTopic.Split(who.SignUp.Wants),
        Offers = CircleTopic.Split(who.SignUp.Offers),
        Prefers = [.. who.SignUp.Preferred.Where(id => id != who.Id && others.Any(o => o.Id == id)).Select(NameOf)],
        Known = columns.ToDictionary(c => c, c => Known(who, c)),
    };

    private static string Known(SignedUp who, string column) => column switch { Times => who.SignUp.Times, Organization => who.SignUp.Organization, _ => who.Member.Style } ?? "";

    private static bool AreColleagues(RoundSignUp one, RoundSignUp other) =>
        (one.AvoidsColleagues || other.AvoidsColleagues) && one.Organization is { } first && other.Organization is { } second && Folding.Fold(first.Trim()) == Folding.Fold(second.Trim());
}
