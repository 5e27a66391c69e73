{{ config(materialized='view') }}
select * from {{ source('portbook', 'observation_all') }} where superseded_at is null
