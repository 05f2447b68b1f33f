using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mainstay.Storage;

/// <summary>
/// A question that is asked all the time: put into SQL once, not whenever it is asked; once for each database, if a process knows several.
/// It names tables by <c>store.Set</c>, and sees the space of the store that asks and no other.
/// </summary>
/// <param name="understand">Makes it, by <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class Question<TAsk>(Func<TAsk> understand) where TAsk : Delegate
{
    private readonly ConditionalWeakTable<IModel, TAsk> understood = [];

    public TAsk For(Store store) => understood.GetValue(store.Model, _ => understand());
}
