using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary><c>/pulse/score</c>: what the answers to a published questionnaire come to. Nothing of it is kept.</summary>
public sealed partial class ScorePage
{
    internal const string Address = PulsePage.Address + "/score";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, () => Answers.Page<ScorePage>(new { }));
        pages.Post(Address, async (HttpContext http, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var scored = Scored.From(new() { Questionnaire = form["questionnaire"].ToString(), Answers = NewScore.Read(form["answers"]), Before = form.Filled("before") is { } before ? NewScore.Read(before) : null });
                return Answers.Page<ScorePage>(new { It = scored, Typed = new Typed("score", form, []) });
            }
            catch (Mistaken mistaken)
            {
                var typed = new Typed("score", form, mistaken.Problems);
                return Answers.Page<ScorePage>(new { Typed = typed }, typed);
            }
        });
    }
}
