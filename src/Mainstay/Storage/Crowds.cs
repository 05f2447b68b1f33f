using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Storage;

/// <summary>Reads the rows of very many ids: naming each costs more than reading a range in which they lie close together, as those of one import do.</summary>
public static class Crowds
{
    private const int Many = 200, CloseTogether = 3;

    /// <summary>Whether most of the rows between the least and the greatest of these ids are wanted.</summary>
    public static async Task<bool> AreCrowded<T>(this IQueryable<T> rows, Guid[] ids, CancellationToken stop) where T : class, IOwned =>
        ids.Length >= Many && await rows.With(r => r.Id, ids, true).CountAsync(stop) <= ids.Length * CloseTogether;

    /// <summary>The rows of these ids; when they are crowded, also of the few others between them, which the caller leaves out.</summary>
    public static IQueryable<T> With<T>(this IQueryable<T> rows, Expression<Func<T, Guid>> key, Guid[] ids, bool crowded) =>
        rows.Where(Expression.Lambda<Func<T, bool>>(crowded ? Between(key.Body, ids.Min(), ids.Max()) : Named(key.Body, ids), key.Parameters));

    private static BinaryExpression Between(Expression key, Guid least, Guid greatest)
    {
        var bounds = Expression.Constant(new { least, greatest });
        return Expression.AndAlso(Expression.GreaterThanOrEqual(key, Expression.Property(bounds, nameof(least))), Expression.LessThanOrEqual(key, Expression.Property(bounds, nameof(greatest))));
    }

    private static MethodCallExpression Named(Expression key, Guid[] ids) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(Guid)], Expression.Property(Expression.Constant(new { ids }), nameof(ids)), key);
}
