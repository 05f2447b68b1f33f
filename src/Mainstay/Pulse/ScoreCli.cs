using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary><c>mainstay pulse score</c>: what the answers to a published questionnaire come to. Nothing is kept.</summary>
internal static class ScoreCli
{
    public static Command Command(Shell shell)
    {
        var which = new Argument<string>("NAME") { Description = "Pulse.HelpQuestionnaire" };
        var answers = Shell.Words("ANSWER", "Pulse.HelpAnswers", ArgumentArity.OneOrMore);
        var before = new Option<string?>("--before") { Description = "Pulse.HelpBefore", HelpName = "ANSWER" };
        var score = new Command("score", "Pulse.HelpScore") { which, answers, before };
        score.SetAction((typed, stop) => shell.At(typed, desk =>
        {
            var scored = Scored.From(new() { Questionnaire = typed.GetValue(which)!, Answers = NewScore.Read(string.Join(' ', typed.GetValue(answers)!)), Before = typed.GetValue(before) is { } earlier ? NewScore.Read(earlier) : null });
            if (desk.Paper.AsJson) desk.Paper.Write(ScoreAnswer.Of(scored));
            else foreach (var sentence in scored.InWords) desk.Paper.Line(sentence.InWords());
            desk.Paper.Aside(Speech.Say("Pulse.ScoreLede"));
            return Task.FromResult(Shell.Fine);
        }, stop));
        return score;
    }
}
