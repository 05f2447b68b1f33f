#pragma warning disable EF1001 // there is no other way to give its filters to a compiled model
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace Mainstay.Storage;

/// <summary>What a store sees: the rows of its own space, neither those in the trash nor, for who was let in, what is its owner's alone.</summary>
internal static class Sight
{
    /// <summary>In a model that is built from the tables.</summary>
    public static void Limit(ModelBuilder model, Store store)
    {
        foreach (var type in model.Model.GetEntityTypes())
            foreach (var (name, rule) in Rules(type.ClrType, store)) type.SetQueryFilter(name, rule);
    }

    /// <summary>In a compiled model, which comes without filters: Entity Framework cannot write them as code.</summary>
    public static void Limit(RuntimeModel model)
    {
        using var anyone = new Store(new DbContextOptions<Store>()); // stands in the rules for the store that asks
        foreach (var type in ((IModel)model).GetEntityTypes().Cast<RuntimeEntityType>())
        {
            var rules = Rules(type.ClrType, anyone).Select(r => new RuntimeQueryFilter(r.Name, r.Rule)).ToList();
            if (rules.Count > 0) type.SetAnnotation(CoreAnnotationNames.QueryFilter, new QueryFilterCollection(rules));
        }
    }

    private static IEnumerable<(string Name, LambdaExpression Rule)> Rules(Type type, Store store)
    {
        var row = Expression.Parameter(type, "row");
        if (type.IsAssignableTo(typeof(IOwned)))
            yield return (Store.SpaceFilter, Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(IOwned.SpaceId)), Expression.Property(Expression.Constant(store), nameof(Store.SpaceId))), row));
        if (type.IsAssignableTo(typeof(ITrashed)))
            yield return (Store.TrashFilter, Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ITrashed.TrashedAt)), Expression.Constant(null, typeof(DateTime?))), row));
        if (type.IsAssignableTo(typeof(IConfidential)))
            yield return (Store.PrivateFilter, Expression.Lambda(Expression.OrElse(Expression.Not(Expression.Property(row, nameof(IConfidential.IsConfidential))), Expression.Property(Expression.Constant(store), nameof(Store.ShowsPrivate))), row));
    }
}
