using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>Why somebody may say yes, in words.</summary>
internal static class HelpReasons
{
    public static IEnumerable<Reason> Of(Standing? tie, AskRecord asked, AskLoad? load)
    {
        yield return Nearness(tie);
        if (asked.Asks > 0) yield return new("Exchange.WhoSaidYes", asked.Yes, asked.Asks);
        if (load is not { Utilisation: > 1 }) yield break;
        yield return new("Exchange.WhoAskedMuch");
        foreach (var reason in load.ForWhat) yield return reason;
    }

    private static Reason Nearness(Standing? tie)
    {
        var layer = tie is null || tie.Tie.Layer == Layer.None ? null : new Reason($"Rhythm.Layer{tie.Tie.Layer}");
        return (layer, tie?.LastTouchOn) switch
        {
            (null, null) => new("Exchange.WhoNoContact"),
            ({ } near, null) => new("Exchange.WhoNear", near),
            (null, { } last) => new("Exchange.WhoLast", Telling.Ago(tie!.On.DayNumber - last.DayNumber)),
            ({ } near, { } last) => new("Exchange.WhoNearLast", near, Telling.Ago(tie!.On.DayNumber - last.DayNumber)),
        };
    }
}
