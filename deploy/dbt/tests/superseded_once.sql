-- A row is superseded by the next one of its observation, and is no row of a later instant.
select * from {{ source('portbook', 'observation_all') }} where superseded_at <= released_at
