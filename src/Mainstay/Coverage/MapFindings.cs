using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>What the map shows, in sentences, the most pressing first.</summary>
internal static class MapFindings
{
    private const int MostReliance = 2;

    public static IReadOnlyList<Finding> In(SupportMap map, CoverageRules rules) => [.. All(map, rules).OrderByDescending(f => f.Weight)];

    private static IEnumerable<Finding> All(SupportMap map, CoverageRules rules) =>
    [
        .. map.Needs.Where(c => c.Kind != CoverKind.Covered).Select(c => Of(c, map.Candidates.GetValueOrDefault(c.Need.Id, []))),
        .. Reliance(map, rules),
        .. map.Leanings.Where(l => l.Person.Utilisation > 1).Select(Overload),
        .. map.Alike.Where(s => s.IsTooMuch).Select(SamenessIn),
    ];

    private static Finding Of(NeedCover cover, IReadOnlyList<Likely> candidates) => cover.Kind switch
    {
        CoverKind.Gap => Gap(cover, candidates.FirstOrDefault(c => !c.IsOrganization)),
        CoverKind.SinglePointOfFailure => new(FindingKind.SinglePointOfFailure, new("Coverage.FoundSingle", cover.Need.Topic, cover.Only!.Person.Name))
        {
            People = [cover.Only.Person.Id],
            Needs = [cover.Need.Id],
            Reasons = cover.Reasons,
            Action = new("Coverage.FindSecond"),
            Href = SupportMap.NeedHref(cover.Need.Id),
            Weight = cover.Need.Importance * .6,
        },
        _ => new(FindingKind.Thin, new("Coverage.FoundThin", cover.Need.Topic))
        {
            People = [.. cover.Counting.Select(h => h.Person.Id)],
            Needs = [cover.Need.Id],
            Reasons = cover.Reasons,
            Action = new("Coverage.FindSecond"),
            Href = SupportMap.NeedHref(cover.Need.Id),
            Weight = cover.Need.Importance * .4,
        },
    };

    private static Finding Gap(NeedCover cover, Likely? candidate)
    {
        var nobody = !cover.Counting.Any();
        var sentence = (nobody, candidate) switch
        {
            (true, null) => new Reason("Coverage.FoundNobody", cover.Need.Topic),
            (true, { } c) => new("Coverage.FoundNobodyBut", cover.Need.Topic, c.Name),
            (false, null) => new("Coverage.FoundGap", cover.Need.Topic, cover.Counting.Select(h => h.Person.Name).Take(2)),
            (false, { } c) => new("Coverage.FoundGapBut", cover.Need.Topic, cover.Counting.Select(h => h.Person.Name).Take(2), c.Name),
        };
        return new(FindingKind.Gap, sentence)
        {
            People = [.. candidate is null ? [] : (Guid[])[candidate.Id]],
            Needs = [cover.Need.Id],
            Reasons = [.. cover.Reasons, .. candidate?.Reasons ?? []],
            Action = candidate is null ? new("Coverage.FindSomebody") : new("Coverage.AskName", candidate.Name),
            Href = candidate?.Href ?? SupportMap.NeedHref(cover.Need.Id),
            Weight = cover.Need.Importance * (1 - cover.Coverage),
        };
    }

    private static IEnumerable<Finding> Reliance(SupportMap map, CoverageRules rules) =>
        map.Leanings.Count < rules.FewestForReliance ? [] : map.Leanings.Where(l => l.Criticality > rules.Critical || l.Share > rules.Share).Take(MostReliance).Select(l => new Finding(FindingKind.Reliance, new("Coverage.FoundReliance", l.Person.Name, l.Needs.Count))
        {
            People = [l.Person.Id],
            Needs = [.. l.Needs.Select(n => n.Need.Id)],
            Reasons = [new("Coverage.WouldGo", Telling.InTen(l.Criticality)), new("Coverage.OfAllHelp", Telling.InTen(l.Share)), new("Coverage.AnEstimate")],
            Action = new("Coverage.SeeWithout", l.Person.Name),
            Href = $"/map?without={l.Person.Id}",
            Weight = 2 + l.Criticality,
        });

    private static Finding Overload(Leaning leaning) => new(FindingKind.Overload, new("Coverage.FoundOverload", leaning.Person.Name))
    {
        People = [leaning.Person.Id],
        Needs = [.. leaning.Needs.Select(n => n.Need.Id)],
        Reasons = [.. leaning.Person.AskedLately, new("Coverage.LoadIs", (int)Math.Ceiling(leaning.Person.Wait / 7)), new("Coverage.OnlyAHint")],
        Action = new("Coverage.SeePerson", leaning.Person.Name),
        Href = $"/people/{leaning.Person.Id}",
        Weight = 1 + leaning.Person.Utilisation / 4,
    };

    private static Finding SamenessIn(Sameness alike) => new(FindingKind.Sameness, new($"Coverage.FoundSame{alike.Facet}", alike.Most, alike.Known, alike.Value))
    {
        People = alike.People,
        Reasons = [alike.InWords, new("Coverage.WhyDifferent")],
        Action = new("Coverage.MeetDifferent"),
        Href = "/map/different",
        Weight = .5,
    };
}
