using Mainstay.Mcp;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>Drafting an introduction, for assistants. It is sent by the owner, or not at all.</summary>
internal static class IntroductionTools
{
    public static Tool Draft => new("draft_introduction", "Introductions.ToolDraft", Write)
    {
        Writes = true,
        Inputs =
        [
            new("to", InputKind.Text, "Introductions.ToolTo") { IsRequired = true },
            new("through", InputKind.Text, "Introductions.ToolThrough"),
            new("towards", InputKind.Text, "Introductions.HelpTowards"),
            new("with", InputKind.Text, "Introductions.ToolWith"),
            new("purpose", InputKind.Text, "Introductions.HelpFor") { IsRequired = true },
            new("blurb", InputKind.Text, "Introductions.HelpBlurb"),
            new("blind", InputKind.YesNo, "Introductions.HelpBlind"),
            new("answerBy", InputKind.Day, "Introductions.HelpBy"),
        ],
    };

    private static async Task<object> Write(ToolCall call)
    {
        var second = await call.Store.FindPerson(call.Needed("to"), call.Stop);
        var made = await call.Store.AddIntroduction(new()
        {
            SecondId = second.Id,
            ConnectorId = call.Text("through") is { } through ? (await call.Store.FindPerson(through, call.Stop)).Id : null,
            FirstId = call.Text("with") is { } with ? (await call.Store.FindPerson(with, call.Stop)).Id : null,
            TowardsId = call.Text("towards") is { } on ? (await call.Store.FindPerson(on, call.Stop)).Id : null,
            Purpose = call.Needed("purpose"),
            Blurb = call.Text("blurb"),
            IsBlind = call.YesOrNo("blind"),
            AnswerBy = call.Day("answerBy"),
        }, call.Today, call.Clock, call.Stop);
        var line = await call.Store.IntroductionOf(made.Id, call.Stop);
        return new { made.Id, Sentence = IntroductionWords.State(line, call.Today).InWords(), Texts = (await call.Store.LettersFor(line, call.Today, call.Stop)).Select(l => new { To = l.Name, l.Mail, l.Text }), Hints = (await call.Store.HintsBefore(line, call.Today, call.Stop)).Select(h => h.InWords()), Page = $"/introductions/{made.Id}" };
    }
}
