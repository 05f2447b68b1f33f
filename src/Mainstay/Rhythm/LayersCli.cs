using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>mainstay layers</c></summary>
public static class LayersCli
{
    public static Command Command(Shell shell)
    {
        var name = WhoCli.Completed<string?>(shell, new("NAME") { Description = "Rhythm.HelpLayersWhose", Arity = ArgumentArity.ZeroOrOne });
        var layer = new Argument<string?>("LAYER") { Description = "Rhythm.HelpLayer", Arity = ArgumentArity.ZeroOrOne };
        var layers = new Command("layers", "Rhythm.HelpLayers") { name, layer };
        layers.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            if (parsed.GetValue(name) is { } whom) await Place(desk, whom, parsed.GetValue(layer), stop);
            else if (desk.Around.CanAsk && !desk.Paper.AsJson) await Settle(desk, stop);
            else await Print(desk, stop);
            return Shell.Fine;
        }, stop));
        return layers;
    }

    /// <summary>The layer that was typed.</summary>
    internal static Layer Meant(string typed) => Layers.Named(typed) ?? throw new Mistaken(new Problems { { "layer", "Rhythm.NotALayer", typed } });

    /// <summary>What may be typed, each with how often it means: "core (weekly)".</summary>
    internal static IEnumerable<string> HowOften() => Layers.All.Select(l => $"{TieAnswer.LayerName(l)} ({Telling.Every(Layers.CadenceOf(l)!.Value).InWords()})");

    private static async Task Place(Desk desk, string name, string? layer, CancellationToken stop)
    {
        if (layer is null) throw new Mistaken(new Problems().When(true, "layer", "Rhythm.LayerMissing"));
        var meant = Meant(layer);
        var person = await desk.Store.FindPerson(name, stop);
        await desk.Store.SetLayer(person.Id, meant, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(TieAnswer.Of(person.Name, await desk.Store.TieOf(person.Id, desk.Today, stop)));
        else desk.Paper.Line(Speech.Say("Rhythm.Placed", person.Name, new Reason($"Rhythm.Layer{meant}")));
    }

    private static async Task Print(Desk desk, CancellationToken stop)
    {
        var settled = await desk.Store.PeopleByLayer(stop);
        var proposals = await desk.Store.Proposals(desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(LayersAnswer.Of(settled, proposals));
        else InWords(desk.Paper, settled, proposals);
    }

    private static void InWords(Paper paper, ILookup<Layer, PersonLine> settled, IReadOnlyList<Proposal> proposals)
    {
        foreach (var layer in Layers.All.Where(settled.Contains))
        {
            paper.Line(Speech.Say("Rhythm.LayerLine", new Reason($"Rhythm.Layer{layer}"), settled[layer].Count()));
            paper.Indented(2, string.Join(", ", settled[layer].Select(p => p.Name)));
        }
        foreach (var proposal in proposals)
        {
            paper.Line(Speech.Say("Rhythm.ProposedLine", proposal.Name, new Reason($"Rhythm.Layer{proposal.Layer}")));
            foreach (var reason in proposal.Reasons) paper.Indented(5, reason.InWords());
        }
        if (proposals.Count == 0 && settled.Count == 0) paper.Line(Speech.Say("Rhythm.NoProposals"));
    }

    /// <summary>One by one, one key each; every answer is kept at once, so one may stop anywhere.</summary>
    private static async Task Settle(Desk desk, CancellationToken stop)
    {
        var (proposals, settled) = (await desk.Store.Proposals(desk.Today, stop), 0);
        desk.Paper.Line(Speech.Say(proposals.Count == 0 ? "Rhythm.NoProposals" : "Rhythm.AskKeys"));
        foreach (var proposal in proposals)
        {
            desk.Paper.Line();
            desk.Paper.Line(Speech.Say("Rhythm.ProposedLine", proposal.Name, new Reason($"Rhythm.Layer{proposal.Layer}")));
            foreach (var reason in proposal.Reasons) desk.Paper.Indented(5, reason.InWords());
            var key = Answer(desk.Around, stop);
            if (key == 'q') break;
            if (key == 's') continue;
            var layer = char.IsDigit(key) ? (Layer)(key - '0') : proposal.Layer;
            await desk.Store.SetLayer(proposal.Id, layer, stop);
            desk.Paper.Indented(5, "→ " + new Reason($"Rhythm.Layer{layer}").InWords());
            settled++;
        }
        if (proposals.Count > 0) desk.Paper.Line(Speech.Say("Rhythm.Settled", settled));
    }

    private static char Answer(Surroundings around, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var key = char.ToLowerInvariant(around.Key());
            if (key is '\r' or '\n' or 'q' or 's' or (>= '1' and <= '4')) return key;
            if (key is '\u001b' or '\u0003' or '\0') return 'q';
        }
    }
}
