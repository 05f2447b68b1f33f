using Mainstay.Mcp;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>Capture, for assistants.</summary>
internal static class CaptureTools
{
    public static Tool Capture => new("capture", "Capture.ToolCapture", Keep)
    {
        Writes = true,
        Inputs =
        [
            new("line", InputKind.Text, "Capture.HelpLine") { IsRequired = true },
            new("dryRun", InputKind.YesNo, "Capture.HelpDryRun"),
            new("who", InputKind.Texts, "Capture.HelpIs"),
        ],
    };

    private static async Task<object> Keep(ToolCall call)
    {
        var choices = new List<WhoChosen>();
        foreach (var said in call.Texts("who")) choices.Add(await call.Store.Chosen(said, call.Stop));
        var reading = (await call.Store.ReadLine(call.Needed("line"), call.Today, System.Globalization.CultureInfo.CurrentUICulture, call.Stop)).With(choices);
        Mistaken.ThrowIf(reading.Problems);
        return CaptureAnswer.Of(reading, call.YesOrNo("dryRun") ? null : await call.Store.Keep(reading, call.Today, call.Clock, call.Stop));
    }
}
