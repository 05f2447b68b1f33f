using Mainstay.Entrance;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>What the witness sees behind their link: the commitment and two answers; once they have accepted, its weeks as facts, a word back, and stepping down.</summary>
public sealed partial class WitnessPage
{
    /// <summary>Hangs it behind the links of witnesses.</summary>
    internal sealed class Hook : ILinkPurpose
    {
        public string Purpose => WitnessActions.Purpose;

        public Task<IResult> Show(LinkCall call, CancellationToken stop) => Page(call, null, stop);

        public async Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop)
        {
            var (store, link) = (call.Store, call.Opened.Link);
            try
            {
                switch (form["answer"].ToString())
                {
                    case "yes":
                        await store.AcceptByLink(link, call.Today, call.Clock, stop);
                        return ByLink.Again(call);
                    case "no":
                        await store.DeclineByLink(link, call.Today, call.Clock, stop);
                        return ByLink.Thanks("Accountability.SaidDeclined");
                    case "word":
                        await store.WriteByLink(link, form.Filled("word"), call.Today, call.Clock, stop);
                        return ByLink.Again(call);
                    case "stepdown":
                        await store.StepDownByLink(link, call.Today, call.Clock, stop);
                        return ByLink.Thanks("Accountability.SaidSteppedDown");
                    default: throw new Mistaken(new Problems().When(true, "answer", "Exchange.NotAnAnswer"));
                }
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Page(call, new("f", form, mistaken.Problems), stop);
            }
        }

        private static async Task<IResult> Page(LinkCall call, Typed? typed, CancellationToken stop)
        {
            var line = await call.Store.Witnessed(call.Opened.Link, stop);
            return Answers.Page<WitnessPage>(new { Line = line, call.Today, From = call.Opened.From ?? Speech.Say("Accountability.Somebody"), call.Action, Until = WitnessActions.LastDay(call.Opened.Link.ExpiresAt, call.Opened.Owner), Typed = typed }, typed);
        }
    }
}
