using Mainstay.Algorithms.Support;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>The support map: each need with who would help and how surely, on whom much hangs, and what to do about it.</summary>
public sealed record SupportMap
{
    private const int MostCandidates = 3;

    public required DateOnly On { get; init; }

    public required IReadOnlyList<NeedCover> Needs { get; init; }

    /// <summary>The coverage of all needs, weighed by importance, 0 to 1; null without a need.</summary>
    public double? Overall { get; init; }

    /// <summary>Everybody who would help with something, those on whom most hangs first.</summary>
    public required IReadOnlyList<Leaning> Leanings { get; init; }

    /// <summary>For needs that are not well covered: who could be asked, the greatest gain first.</summary>
    public required IReadOnlyDictionary<Guid, IReadOnlyList<Likely>> Candidates { get; init; }

    public required IReadOnlyList<Sameness> Alike { get; init; }

    public required NetworkKind Network { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public static SupportMap Of(MapInputs inputs, CoverageRules rules)
    {
        var helpers = inputs.Needs.ToDictionary(n => n.Id, n => HelpersOf(n, inputs, rules));
        var covers = inputs.Needs.Select(n => Cover(n, helpers[n.Id].Counted, rules)).ToList();
        var weights = inputs.Needs.Sum(n => n.Importance);
        var leanings = Leaning.Of(covers, weights);
        var supporters = leanings.Select(l => l.Person).ToList();
        var map = new SupportMap
        {
            On = inputs.On,
            Needs = covers,
            Overall = weights == 0 ? null : covers.Sum(c => c.Need.Importance * c.Coverage) / weights,
            Leanings = leanings,
            Candidates = covers.Where(c => c.Kind != CoverKind.Covered).ToDictionary(c => c.Need.Id, c => CandidatesFor(c, [.. helpers[c.Need.Id].Others, .. Others(c, inputs, rules)], inputs, weights)),
            Alike = Sameness.Among([.. supporters.Select(p => inputs.Profiles.GetValueOrDefault(p.Id)).OfType<Profile>()]),
            Network = NetworkKind.Of([.. supporters.Select(p => (p, inputs.Profiles.GetValueOrDefault(p.Id)))]),
        };
        return map with { Findings = MapFindings.In(map, rules) };
    }

    /// <summary>Those who count, the surest first, and those who were gathered but do not count.</summary>
    private static (List<Helper> Counted, IReadOnlyList<(Helper, IReadOnlyList<Reason>)> Others) HelpersOf(Need need, MapInputs inputs, CoverageRules rules)
    {
        var all = inputs.Supports[need.Id].Select(s => Helper.Of(inputs.People[s.PersonId], s, rules)).OrderByDescending(h => h.Chance).ThenBy(h => h.Person.Name, StringComparer.Ordinal).ToList();
        var others = all.Where(h => h.Support.Basis == SupportBasis.Inferred).Skip(rules.MostInferred).ToHashSet();
        return (all.FindAll(h => !others.Contains(h)), [.. others.Select(h => (h, (IReadOnlyList<Reason>)[h.Support.Reason]))]);
    }

    private static IEnumerable<(Helper, IReadOnlyList<Reason>)> Others(NeedCover cover, MapInputs inputs, CoverageRules rules) =>
        inputs.Thoughts[cover.Need.Id].Select(t => (Helper.Of(inputs.People[t.Support.PersonId], t.Support, rules), t.Reasons));

    private static NeedCover Cover(Need need, List<Helper> helpers, CoverageRules rules)
    {
        var chances = Chances(helpers);
        var cover = NeedCoverage.Of(chances);
        var only = helpers.Count == 0 || helpers[0].Chance == 0 ? null : helpers[0];
        var lost = only is null ? 0 : cover.Coverage - NeedCoverage.Of(Chances([.. helpers.Skip(1)])).Coverage;
        var kind = cover.Coverage < rules.Gap ? CoverKind.Gap
            : cover.AtLeastTwo >= rules.Thin ? CoverKind.Covered
            : lost >= rules.SinglePoint ? CoverKind.SinglePointOfFailure : CoverKind.Thin;
        return new(need, helpers)
        {
            Coverage = cover.Coverage,
            AtLeastTwo = cover.AtLeastTwo,
            Expected = cover.Expected,
            Effective = cover.EffectiveHelpers,
            Kind = kind,
            Only = kind == CoverKind.SinglePointOfFailure ? only : null,
        };
    }

    /// <summary>The chances of those who would help; people of one organization are one group.</summary>
    internal static HelpChance[] Chances(List<Helper> helpers)
    {
        var groups = helpers.Select(h => h.Person.OrganizationId).OfType<Guid>().Distinct().Select((id, number) => (id, number)).ToDictionary(g => g.id, g => g.number);
        return [.. helpers.Where(h => h.Chance > 0).Select(h => new HelpChance(h.Chance, h.Person.OrganizationId is { } group ? groups[group] : null))];
    }

    private static IReadOnlyList<Likely> CandidatesFor(NeedCover cover, IReadOnlyList<(Helper Helper, IReadOnlyList<Reason> Reasons)> others, MapInputs inputs, double weights)
    {
        var people = from other in others
                     let helper = other.Helper
                     let gain = cover.Need.Importance * (NeedCoverage.Of(Chances([.. cover.Helpers, helper])).Coverage - cover.Coverage) / weights
                     where gain > 0
                     orderby gain descending, helper.Person.Name, helper.Person.Id
                     select new Likely(helper.Person.Id, helper.Person.Name, gain, [.. other.Reasons, new("Coverage.Would", Telling.InTen(helper.Willingness))])
                     {
                         Chance = helper.Chance,
                         Next = new("Coverage.AskThem"),
                         Href = AskHref(helper.Person.Id, cover.Need.Id),
                     };
        return [.. people.Take(MostCandidates), .. inputs.Organizations[cover.Need.Id].Take(MostCandidates - 1)];
    }

    internal static string AskHref(Guid person, Guid need) => $"/asks/new?to={person}&need={need}";

    internal static string NeedHref(Guid need) => $"/map/needs/{need}";
}

/// <summary>How much hangs on a person.</summary>
/// <param name="Person">Who.</param>
/// <param name="Criticality">How much of all coverage would go with them, 0 to 1.</param>
/// <param name="Share">What part of all expected help comes from them, 0 to 1.</param>
/// <param name="Needs">The needs with which they would help.</param>
public sealed record Leaning(HelpingPerson Person, double Criticality, double Share, IReadOnlyList<NeedCover> Needs)
{
    internal static IReadOnlyList<Leaning> Of(IReadOnlyList<NeedCover> covers, double weights)
    {
        var expected = covers.Sum(c => c.Expected);
        var by = covers.SelectMany(c => c.Counting.Select(h => (Cover: c, Helper: h))).GroupBy(x => x.Helper.Person.Id);
        return
        [
            .. by.Select(g => new Leaning(g.First().Helper.Person, g.Sum(x => x.Cover.Need.Importance * (x.Cover.Coverage - Without(x.Cover, g.Key))) / weights, g.Sum(x => x.Helper.Chance) / expected, [.. g.Select(x => x.Cover)]))
                .OrderByDescending(l => l.Criticality).ThenBy(l => l.Person.Name, StringComparer.Ordinal).ThenBy(l => l.Person.Id),
        ];
    }

    private static double Without(NeedCover cover, Guid person) => NeedCoverage.Of(SupportMap.Chances([.. cover.Helpers.Where(h => h.Person.Id != person)])).Coverage;
}
