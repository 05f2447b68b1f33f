using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>What somebody sees who is asked to introduce: the purpose, what would be passed on, and two answers. Later, how it stands and thanks.</summary>
public sealed partial class ConnectorPage
{
    /// <summary>Hangs it behind the links of those who are asked to introduce.</summary>
    internal sealed class Hook(IHttpContextAccessor http) : ILinkPurpose
    {
        public string Purpose => LinkTo.Connector.Purpose();

        public Task<IResult> Show(LinkCall call, CancellationToken stop) => Page(call, null, null, stop);

        public async Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop)
        {
            try
            {
                switch (form["answer"].ToString())
                {
                    case "yes": return await PassOn(call, new(form.Filled("blurb")?.ReplaceLineEndings("\n"), form.Filled("word"), form["blind"].Count > 0), stop);
                    case "again": return await PassOn(call, null, stop);
                    case "no":
                        await call.Store.DeclineByLink(call.Opened.Link, call.Clock, stop);
                        return ByLink.Thanks("Introductions.SaidDeclined");
                    default: throw new Mistaken(new Problems().When(true, "answer", "Introductions.NotAnAnswer"));
                }
            }
            catch (Mistaken mistaken)
            {
                call.Store.ChangeTracker.Clear();
                return await Page(call, null, new("f", form, mistaken.Problems), stop);
            }
        }

        private async Task<IResult> PassOn(LinkCall call, PassingOn? passing, CancellationToken stop)
        {
            var id = call.Opened.Link.SubjectId;
            var was = (await call.Store.IntroductionOf(id, stop)).It;
            if (passing is null && was.AcceptedOn is null) throw new Mistaken(new Problems().When(true, "answer", "Introductions.NotAnAnswer"));
            var secret = await call.Store.PassOnByLink(call.Opened.Link, passing ?? new(was.Blurb, was.Word, was.IsBlind), call.Today, call.Clock, stop);
            var line = await call.Store.IntroductionOf(id, stop);
            var letter = IntroductionWords.ToSide(line, Side.Second, (await call.Store.Reach(line.It.SecondId, stop)).Called, call.Opened.From);
            return await Page(call, AskWords.WithLink(letter, ByLink.Of(Reached.From(http.HttpContext!), secret)), null, stop);
        }

        private static async Task<IResult> Page(LinkCall call, string? letter, Typed? typed, CancellationToken stop)
        {
            var line = await call.Store.IntroductionOf(call.Opened.Link.SubjectId, stop);
            return Answers.Page<ConnectorPage>(new { Line = line, call.Today, call.Opened.From, call.Action, Letter = letter, Typed = typed }, typed);
        }
    }
}
