using Mainstay.Mcp;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>The support map, for assistants.</summary>
internal static class MapTools
{
    public static IEnumerable<Tool> All => [new("support_map", "Coverage.ToolMap", Map), new("gaps", "Coverage.ToolGaps", Gaps)];

    private static async Task<object> Map(ToolCall call)
    {
        var map = await Drawn(call);
        return new
        {
            Summary = Summary(map),
            Overall = map.Overall is { } overall ? MapAnswer.Rounded(overall) : (double?)null,
            Needs = map.Needs.Select(c => new
            {
                c.Need.Id,
                c.Need.Topic,
                c.Need.Kind,
                c.Need.Importance,
                Coverage = MapAnswer.Rounded(c.Coverage),
                InWords = c.InWords.InWords(),
                Supporters = c.Counting.Select(h => new { h.Person.Id, h.Person.Name, P = MapAnswer.Rounded(h.Chance), Reasons = h.Reasons.Select(r => r.InWords()) }),
            }),
            Network = map.Network.InWords.InWords(),
        };
    }

    private static async Task<object> Gaps(ToolCall call)
    {
        var map = await Drawn(call);
        return new
        {
            Summary = Summary(map),
            Findings = map.Findings.Select(f => new { f.Kind, Sentence = f.Sentence.InWords(), Reasons = f.Reasons.Select(r => r.InWords()), Action = f.Action.InWords() }),
            Candidates = map.Needs.Where(c => map.Candidates.GetValueOrDefault(c.Need.Id) is { Count: > 0 }).Select(c => new
            {
                Need = c.Need.Id,
                c.Need.Topic,
                Who = map.Candidates[c.Need.Id].Select(l => new { l.Id, l.Name, Gain = MapAnswer.Rounded(l.Gain), l.IsOrganization, Reasons = l.Reasons.Select(r => r.InWords()) }),
            }),
        };
    }

    private static Task<SupportMap> Drawn(ToolCall call) => call.Services.GetRequiredService<MapQueries>().Map(call.Store, call.Today, call.Stop);

    private static string Summary(SupportMap map) => map.Needs.Count == 0 ? Speech.Say("Needs.NoNeeds") : MapWords.Summary(map).InWords();
}
